using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Resources.Groups;
using Dxtra.Klaviyo.Sandbox.Seed;

namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>Gives consent and takes it away. What is so already changes nothing and leaves no trace.</summary>
internal sealed class ConsentChanges(
    ConsentEvents events, Suppressing suppressing, Memberships memberships, ChangeJournal changes, SandboxSettings settings, TimeProvider time)
{
    public void UnsubscribeEverywhere(Profile profile, ConsentChannel channel, ConsentCause cause)
    {
        if (Withdraw(profile, channel, cause))
            events.Tell(profile, channel, Consent.Unsubscribed, cause);
    }

    /// <summary>Consent to messages lifts what held mail back, and puts the person on the list if there is one.</summary>
    public void Subscribe(Profile profile, ConsentChannel channel, DateTimeOffset consentedAt, ProfileList? list, ConsentCause cause)
    {
        if (!channel.Read(profile.Subscriptions).IsSubscribed)
        {
            Write(profile, channel, Consent.Subscribed, consentedAt, cause);
            events.Tell(profile, channel, Consent.Subscribed, cause);
            changes.Add(Change.Subscribed, profile.Id, channel.Name);
        }

        if (channel == ConsentChannel.Email)
            Suppressing.Lift(profile, Suppressing.Unsubscribe, Suppressing.Complaint, Suppressing.ByHand);
        if (list is not null && channel.Purpose != "open_tracking")
            Join(list, profile, cause);
    }

    /// <summary>Puts a person on a list as a form does, which tells of it.</summary>
    public void Join(ProfileList list, Profile profile, ConsentCause cause)
    {
        var held = profile.Subscriptions;
        profile.Subscriptions = held with { ListSuppressions = [.. held.ListSuppressions.Where(item => item.ListId != list.Id)] };
        if (list.Members.ContainsKey(profile.Id))
            return;
        memberships.Join(list, profile.Id);
        events.Tell(profile, MetricNames.SubscribedList, new JsonObject { ["List"] = list.Name }, cause);
    }

    /// <summary>The membership goes, and mail of this list is held back if mail is meant; the consent of the channel stays.</summary>
    public void UnsubscribeFrom(ProfileList list, Profile profile, bool fromEmail, ConsentCause cause)
    {
        var held = profile.Subscriptions;
        if (fromEmail)
        {
            var others = held.ListSuppressions.Where(item => item.ListId != list.Id);
            profile.Subscriptions = held with { ListSuppressions = [.. others, new(list.Id, Suppressing.Unsubscribe, time.GetUtcNow())] };
        }

        changes.Add(Change.Unsubscribed, profile.Id, list.Id);
        memberships.Leave(list, profile.Id);
        events.Tell(profile, MetricNames.UnsubscribedList, new JsonObject { ["List"] = list.Name }, cause);
    }

    /// <summary>A mail marked as spam: held back from then on and without consent, and only the complaint is told of.</summary>
    public void Complain(Profile profile, ConsentCause cause)
    {
        Withdraw(profile, ConsentChannel.Email, cause);
        suppressing.Suppress(profile, Suppressing.Complaint);
        events.Tell(profile, MetricNames.MarkedSpam, [], cause);
    }

    /// <returns>False when it was so already.</returns>
    private bool Withdraw(Profile profile, ConsentChannel channel, ConsentCause cause)
    {
        if (channel.Read(profile.Subscriptions).IsUnsubscribed)
            return false;
        Write(profile, channel, Consent.Unsubscribed, cause.At ?? time.GetUtcNow(), cause);
        if (channel == ConsentChannel.Email && settings.Jobs.UnsubscribingSuppresses)
            suppressing.Suppress(profile, Suppressing.Unsubscribe);
        changes.Add(Change.Unsubscribed, profile.Id, channel.Name);
        return true;
    }

    private void Write(Profile profile, ConsentChannel channel, string state, DateTimeOffset consentedAt, ConsentCause cause)
    {
        var now = time.GetUtcNow();
        profile.Subscriptions = channel.Write(profile.Subscriptions, new Consent(state)
        {
            Timestamp = consentedAt,
            LastUpdated = now,
            Method = cause.Method,
            DoubleOptIn = cause.DoubleOptIn,
        });
        profile.Updated = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
    }
}
