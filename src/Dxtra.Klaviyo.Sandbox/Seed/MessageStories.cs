using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>Messages that are sent, opened, clicked, or come back.</summary>
internal sealed class MessageStories(AccountData data, SeedContext context, EventSink sink)
{
    private readonly Campaign[] _mailings = [.. data.Campaigns.Where(campaign => campaign is { Channel: "email", Status: "Sent" })];
    private readonly Flow[] _flows = [.. data.Flows.Where(flow => flow.Status == "live")];

    /// <returns>What a visit that follows is credited to; null when the mail led nowhere.</returns>
    public Attribution? Mail(Profile profile, DateTimeOffset at)
    {
        var (properties, attribution) = context.Chance(0.7) ? OfCampaign() : OfFlow();
        properties["Recipient Email Address"] = profile.Email;
        if (profile.Subscriptions.Suppressions.Any(item => item.Reason == "HARD_BOUNCE"))
            return Lost(profile, MetricNames.BouncedEmail, at, properties, ("Bounce Type", "Hard"));
        if (context.Chance(0.01))
            return Lost(profile, MetricNames.BouncedEmail, at, properties, ("Bounce Type", "Soft"));
        if (context.Chance(0.01))
            return Lost(profile, MetricNames.DroppedEmail, at, properties, ("Failure Type", "Suppressed"));

        sink.Add(profile, MetricNames.ReceivedEmail, at, Copy(properties));
        if (profile.Subscriptions.Suppressions.Any(item => item.Reason == "SPAM_COMPLAINT"))
            return Lost(profile, MetricNames.MarkedSpam, at.AddHours(1), properties, ("Inbox Provider", "Other"));
        return Open(profile, at.AddMinutes(context.Random.Number(1, 600)), properties) ? attribution : null;
    }

    public void Text(Profile profile, DateTimeOffset at)
    {
        var renamed = at >= SeedContext.TextMessageRename;
        var properties = new JsonObject { ["Message Name"] = "Flash Sale", ["To Number"] = profile.PhoneNumber };
        sink.Add(profile, renamed ? MetricNames.ReceivedText : MetricNames.ReceivedSms, at, Copy(properties));
        if (context.Chance(0.3))
            sink.Add(profile, renamed ? MetricNames.ClickedText : MetricNames.ClickedSms, at.AddMinutes(7), properties);
        if (profile.PushTokens.Count > 0)
            Push(profile, at.AddHours(1));
    }

    public void Preferences(Profile profile, DateTimeOffset at)
    {
        if (context.Chance(0.5))
            sink.Add(profile, MetricNames.UpdatedPreferences, at, new JsonObject { ["Topics"] = new JsonArray("linen", "sale") });
        else
            sink.Add(profile, MetricNames.UnsubscribedList, at, new JsonObject { ["List"] = "Competition 2024", ["Method"] = "PREFERENCE_PAGE" });
    }

    private bool Open(Profile profile, DateTimeOffset at, JsonObject properties)
    {
        if (!context.Chance(0.55))
            return false;
        properties["Client OS"] = context.Pick(["iOS", "Android", "Windows", "macOS"]);
        sink.Add(profile, MetricNames.OpenedEmail, at, Copy(properties));
        if (!context.Chance(0.35))
            return false;
        properties["URL"] = "https://shop.example.com/collections/new?utm_source=Klaviyo";
        sink.Add(profile, MetricNames.ClickedEmail, at.AddMinutes(1), properties);
        return true;
    }

    private void Push(Profile profile, DateTimeOffset at)
    {
        sink.Add(profile, MetricNames.ReceivedPush, at, new JsonObject { ["Title"] = "Your size is back" });
        if (context.Chance(0.7))
            sink.Add(profile, MetricNames.OpenedPush, at.AddMinutes(3), new JsonObject { ["Title"] = "Your size is back" });
    }

    private Attribution? Lost(Profile profile, string metric, DateTimeOffset at, JsonObject properties, (string Name, string Value) reason)
    {
        properties[reason.Name] = reason.Value;
        sink.Add(profile, metric, at, properties);
        return null;
    }

    private (JsonObject Properties, Attribution Attribution) OfCampaign()
    {
        var campaign = context.Pick(_mailings);
        var properties = new JsonObject { ["Campaign Name"] = campaign.Name, ["Subject"] = campaign.Subject, ["$message"] = campaign.MessageId };
        return (properties, new Attribution(context.Ids.Hex32(), campaign.Id, campaign.MessageId, null, null));
    }

    private (JsonObject Properties, Attribution Attribution) OfFlow()
    {
        var flow = context.Pick(_flows);
        var action = flow.Actions.First(action => action.MessageId is not null);
        var properties = new JsonObject { ["$flow"] = flow.Id, ["Subject"] = action.Subject, ["$message"] = action.MessageId };
        return (properties, new Attribution(context.Ids.Hex32(), null, null, flow.Id, action.MessageId));
    }

    private static JsonObject Copy(JsonObject properties) => properties.DeepClone().AsObject();
}
