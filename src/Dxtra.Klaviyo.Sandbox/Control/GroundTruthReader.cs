using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Resources.Coupons;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;
using Dxtra.Klaviyo.Sandbox.Resources.PushTokens;
using Dxtra.Klaviyo.Sandbox.Resources.Reviews;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Reads the ground truth of a person straight from the data, past filters, pages and permissions.</summary>
internal static class GroundTruthReader
{
    public static GroundTruth Read(Profile profile, AccountData data)
    {
        var lists = Memberships(data.Lists, profile);
        var segments = Memberships(data.Segments, profile);
        var events = new EventTruthReader(data).Read(profile);
        return new GroundTruth
        {
            ProfileId = profile.Id,
            Attributes = ProfileAttributesWriter.Write(profile),
            SecondaryEmails = [.. profile.SecondaryEmails],
            Subscriptions = SubscriptionsWriter.Write(profile),
            PredictiveAnalytics = AnalyticsWriter.Write(profile.Analytics),
            Lists = lists,
            Segments = segments,
            ListChanges = EventTruthReader.ListChanges(events),
            PushTokens = [.. profile.PushTokens.Select(token => With(PushTokenWriter.Attributes(token), "id", token.Id))],
            Conversations = [.. profile.Conversations.Select(item => new GroundTruth.ConversationTruth(item.Id, item.Channel))],
            CouponCodes = [.. data.CouponCodes
                .Where(code => code.ProfileId == profile.Id)
                .Select(code => With(With(CouponCodeWriter.Attributes(code), "id", code.Id), "coupon", code.CouponId))],
            Reviews = [.. data.Reviews
                .Where(review => review.ProfileId == profile.Id)
                .Select(review => With(ReviewWriter.Attributes(review), "id", review.Id))],
            ObjectRecords = [.. data.ObjectTypes.SelectMany(type => Records(type, profile))],
            Events = events,
            Counts = new GroundTruth.CountTruth(
                events.Count,
                EventTruthReader.CountByMetric(events),
                lists.Count,
                segments.Count,
                profile.PushTokens.Count,
                profile.Conversations.Count),
        };
    }

    private static List<GroundTruth.Membership> Memberships(IEnumerable<ProfileGroup> groups, Profile profile) =>
        [.. groups
            .Where(group => group.Members.ContainsKey(profile.Id))
            .Select(group => new GroundTruth.Membership(group.Id, group.Name, TimeText.Seconds(group.Members[profile.Id])))];

    private static IEnumerable<GroundTruth.RecordTruth> Records(ObjectType type, Profile profile) => type.Records
        .Where(record => record.ProfileId == profile.Id)
        .Select(record => new GroundTruth.RecordTruth(record.Id, type.Title, record.Properties));

    private static JsonObject With(JsonObject shown, string name, string value)
    {
        shown[name] = value;
        return shown;
    }
}
