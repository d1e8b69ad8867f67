using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Sandbox.Jobs;

/// <summary>How long what Klaviyo does behind an accepted call takes here, and what nobody knows of its deletion.</summary>
internal sealed record JobQuirks
{
    /// <summary>From the answer to a request for deletion until the profile is gone; 0: it is gone before the answer.</summary>
    public double DeletionMilliseconds { get; init; } = 300;

    /// <summary>The same for subscribing, unsubscribing, suppressing and lifting a suppression.</summary>
    public double SubscriptionMilliseconds { get; init; } = 300;

    /// <summary>The same for merging.</summary>
    public double MergeMilliseconds { get; init; }

    /// <summary>
    /// Redacted events are still found under the id of the profile that is gone. Whether they are is not documented; without this they belong
    /// to nobody, and only the account's own pages of events show them.
    /// </summary>
    public bool DeletedKeepEvents { get; init; }

    /// <summary>A deletion by e-mail also takes profiles that have the address as a further one. Whether Klaviyo's does is not documented.</summary>
    public bool DeletionMatchesSecondaryEmails { get; init; }

    /// <summary>
    /// Who unsubscribes from e-mail everywhere also has a suppression with the reason <c>UNSUBSCRIBE</c>. Sources disagree.
    /// </summary>
    public bool UnsubscribingSuppresses { get; init; }

    /// <summary>
    /// The account's own opt-in, for subscriptions without a list: as with Klaviyo's new accounts, people must confirm first, and a new
    /// address comes to nothing.
    /// </summary>
    public bool AccountDoubleOptIn { get; init; } = true;

    [JsonIgnore]
    public TimeSpan Deletion => TimeSpan.FromMilliseconds(DeletionMilliseconds);

    [JsonIgnore]
    public TimeSpan Subscription => TimeSpan.FromMilliseconds(SubscriptionMilliseconds);

    [JsonIgnore]
    public TimeSpan Merge => TimeSpan.FromMilliseconds(MergeMilliseconds);

    public void Check()
    {
        if (DeletionMilliseconds is not (>= 0 and <= 600_000)
            || SubscriptionMilliseconds is not (>= 0 and <= 600_000)
            || MergeMilliseconds is not (>= 0 and <= 600_000))
        {
            throw new ArgumentException("A job must take between 0 and 600000 milliseconds.");
        }
    }
}
