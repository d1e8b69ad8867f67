using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Seed;

namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>Holds mail back whatever the consent, and lets it through again. What is so already leaves no trace.</summary>
internal sealed class Suppressing(ConsentEvents events, ChangeJournal changes, TimeProvider time)
{
    public const string Unsubscribe = "UNSUBSCRIBE";
    public const string Complaint = "SPAM_COMPLAINT";
    public const string ByHand = "USER_SUPPRESSED";
    private const string Bounce = "HARD_BOUNCE";

    /// <returns>False when it was so already.</returns>
    public bool SuppressByHand(Profile profile, ConsentCause cause)
    {
        if (!Suppress(profile, ByHand))
            return false;
        events.Tell(profile, MetricNames.ManuallySuppressed, [], cause);
        changes.Add(Change.Suppressed, profile.Id);
        return true;
    }

    /// <summary>Lifts what was done by hand, whatever else holds mail back.</summary>
    /// <returns>False when there was nothing to lift.</returns>
    public bool LiftByHand(Profile profile, ConsentCause cause)
    {
        if (!Lift(profile, ByHand))
            return false;
        events.Tell(profile, MetricNames.ManuallyUnsuppressed, [], cause);
        changes.Add(Change.Unsuppressed, profile.Id);
        return true;
    }

    /// <summary>A mailbox that does not exist sent a mail back.</summary>
    public void BounceHard(Profile profile, ConsentCause cause)
    {
        if (Suppress(profile, Bounce))
            changes.Add(Change.Suppressed, profile.Id, Bounce);
        events.Tell(profile, MetricNames.BouncedEmail, new JsonObject { ["Bounce Type"] = "Hard" }, cause.At ?? time.GetUtcNow());
    }

    /// <returns>False when it was so already.</returns>
    public bool Suppress(Profile profile, string reason)
    {
        var held = profile.Subscriptions;
        if (held.Suppressions.Any(item => item.Reason == reason))
            return false;
        profile.Subscriptions = held with { Suppressions = [.. held.Suppressions, new(reason, time.GetUtcNow())] };
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
}
