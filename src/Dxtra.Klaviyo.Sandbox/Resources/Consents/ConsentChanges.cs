using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Resources.Groups;
using Dxtra.Klaviyo.Sandbox.Seed;

namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>Gives consent and takes it away. What is so already changes nothing and leaves no trace.</summary>
internal sealed class ConsentChanges(
    ConsentEvents events, Memberships memberships, ChangeJournal changes, SandboxSettings settings, TimeProvider time)
{
    private const string Unsubscribe = "UNSUBSCRIBE";
    private const string ByHand = "USER_SUPPRESSED";

    public void UnsubscribeEverywhere(Profile profile, ConsentChannel channel)
    {
        if (channel.Read(profile.Subscriptions).IsUnsubscribed)
            return;
        Set(profile, channel, Consent.Unsubscribed, time.GetUtcNow());
        if (channel == ConsentChannel.Email && settings.Jobs.UnsubscribingSuppresses)
            Suppress(profile, Unsubscribe);
        changes.Add(Change.Unsubscribed, profile.Id, channel.Name);
    }

    /// <summary>Consent to messages lifts what held mail back, and puts the person on the list if there is one.</summary>
    public void Subscribe(Profile profile, ConsentChannel channel, DateTimeOffset consentedAt, ProfileList? list)
    {
        if (!channel.Read(profile.Subscriptions).IsSubscribed)
        {
            Set(profile, channel, Consent.Subscribed, consentedAt);
            changes.Add(Change.Subscribed, profile.Id, channel.Name);
        }

        if (channel == ConsentChannel.Email)
            Lift(profile, Unsubscribe, "SPAM_COMPLAINT", ByHand);
        if (list is not null && channel.Purpose != "open_tracking")
            Join(list, profile);
    }

    private void Join(ProfileList list, Profile profile)
    {
        var held = profile.Subscriptions;
        profile.Subscriptions = held with { ListSuppressions = [.. held.ListSuppressions.Where(item => item.ListId != list.Id)] };
        if (list.Members.ContainsKey(profile.Id))
            return;
        memberships.Join(list, profile.Id);
        events.Tell(profile, MetricNames.SubscribedList, new JsonObject { ["List"] = list.Name, ["Method"] = "API" });
    }

    /// <summary>The membership goes, and mail of this list is held back if mail is meant; the consent of the channel stays.</summary>
    public void UnsubscribeFrom(ProfileList list, Profile profile, bool fromEmail)
    {
        var held = profile.Subscriptions;
        if (fromEmail)
        {
            var others = held.ListSuppressions.Where(item => item.ListId != list.Id);
            profile.Subscriptions = held with { ListSuppressions = [.. others, new(list.Id, Unsubscribe, time.GetUtcNow())] };
        }

        changes.Add(Change.Unsubscribed, profile.Id, list.Id);
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

    /// <returns>False when it was so already.</returns>
    public bool SuppressByHand(Profile profile)
    {
        if (!Suppress(profile, ByHand))
            return false;
        events.Tell(profile, MetricNames.ManuallySuppressed, new JsonObject { ["Method"] = "API" });
        changes.Add(Change.Suppressed, profile.Id);
        return true;
    }

    /// <summary>Lifts what was done by hand, whatever else holds mail back.</summary>
    /// <returns>False when there was nothing to lift.</returns>
    public bool LiftByHand(Profile profile)
    {
        if (!Lift(profile, ByHand))
            return false;
        events.Tell(profile, MetricNames.ManuallyUnsuppressed, new JsonObject { ["Method"] = "API" });
        changes.Add(Change.Unsuppressed, profile.Id);
        return true;
    }

    public static bool Lift(Profile profile, params string[] reasons)
    {
        var held = profile.Subscriptions;
        var left = held.Suppressions.Where(item => !reasons.Contains(item.Reason)).ToList();
        if (left.Count == held.Suppressions.Count)
            return false;
        profile.Subscriptions = held with { Suppressions = left };
        return true;
    }

    private bool Suppress(Profile profile, string reason)
    {
        var held = profile.Subscriptions;
        if (held.Suppressions.Any(item => item.Reason == reason))
            return false;
        profile.Subscriptions = held with { Suppressions = [.. held.Suppressions, new(reason, time.GetUtcNow())] };
        return true;
    }
}
