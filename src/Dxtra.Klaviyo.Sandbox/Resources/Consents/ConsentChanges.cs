using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Resources.Groups;
using Dxtra.Klaviyo.Sandbox.Seed;

namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>Takes consent away. What is so already changes nothing and leaves no trace.</summary>
internal sealed class ConsentChanges(ConsentEvents events, Memberships memberships, ChangeJournal changes, SandboxSettings settings, TimeProvider time)
{
    private const string Unsubscribe = "UNSUBSCRIBE";

    public void UnsubscribeEverywhere(Profile profile, ConsentChannel channel)
    {
        if (channel.Read(profile.Subscriptions).IsUnsubscribed)
            return;
        Set(profile, channel, Consent.Unsubscribed, time.GetUtcNow());
        if (channel == ConsentChannel.Email && settings.Jobs.UnsubscribingSuppresses)
            Suppress(profile, Unsubscribe);
        changes.Add(Change.Unsubscribed, profile.Id, channel.Name);
    }

    /// <summary>The membership goes and mail of this list is held back; the consent of the channel stays.</summary>
    public void UnsubscribeFrom(ProfileList list, Profile profile)
    {
        var held = profile.Subscriptions;
        profile.Subscriptions = held with
        {
            ListSuppressions = [.. held.ListSuppressions.Where(item => item.ListId != list.Id), new(list.Id, Unsubscribe, time.GetUtcNow())],
        };
        memberships.Leave(list, profile.Id);
        events.Tell(profile, MetricNames.UnsubscribedList, new JsonObject { ["List"] = list.Name, ["Method"] = "API" });
    }

    public void Set(Profile profile, ConsentChannel channel, string state, DateTimeOffset consentedAt)
    {
        var now = time.GetUtcNow();
        profile.Subscriptions = channel.Write(profile.Subscriptions, new Consent(state) { Timestamp = consentedAt, LastUpdated = now, Method = "API" });
        profile.Updated = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        events.Tell(profile, channel, state);
    }

    public void Suppress(Profile profile, string reason)
    {
        if (profile.Subscriptions.Suppressions.All(item => item.Reason != reason))
            profile.Subscriptions = profile.Subscriptions with { Suppressions = [.. profile.Subscriptions.Suppressions, new(reason, time.GetUtcNow())] };
    }
}
