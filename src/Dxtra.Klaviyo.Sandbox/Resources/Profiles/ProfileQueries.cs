using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Paging;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Profiles;

/// <summary>Finds and sorts profiles for the collection of all of them.</summary>
internal static class ProfileQueries
{
    private static readonly FieldMap<Profile> Filters = new(new Dictionary<string, Func<Profile, object?>>
    {
        ["id"] = profile => profile.Id,
        ["email"] = profile => new EmailAddresses(profile.Email, profile.SecondaryEmails),
        ["phone_number"] = profile => profile.PhoneNumber,
        ["external_id"] = profile => profile.ExternalId,
        // Browser cookies are not part of the sandbox.
        ["_kx"] = _ => null,
        ["created"] = profile => profile.Created,
        ["updated"] = profile => profile.Updated,
    });

    private static readonly SortedRows<Profile> Rows = new(profile => profile.Id, new Dictionary<string, Func<Profile, string>>
    {
        ["id"] = profile => profile.Id,
        ["email"] = profile => SortKey.Of(profile.Email),
        ["created"] = profile => SortKey.Of(profile.Created),
        ["updated"] = profile => SortKey.Of(profile.Updated),
        ["subscriptions.email.marketing.suppression.timestamp"] =
            profile => SortKey.Of(profile.Subscriptions.Suppressions.Max(item => (DateTimeOffset?)item.Timestamp)),
        ["subscriptions.email.marketing.list_suppressions.timestamp"] =
            profile => SortKey.Of(profile.Subscriptions.ListSuppressions.Max(item => (DateTimeOffset?)item.Timestamp)),
    });

    public static Page<Profile> Page(ApiCall call, IEnumerable<Profile> profiles)
    {
        var quirks = call.Query.FilterQuirks;
        var suppressions = new SuppressionFilter(call.Query.Filter, quirks);
        var others = call.Query.Filter.Where(clause => !SuppressionFilter.Owns(clause)).ToList();
        return Rows.Cut(profiles.Where(profile => Filters.Matches(profile, others, quirks) && suppressions.Matches(profile)), call.Page("id"));
    }
}
