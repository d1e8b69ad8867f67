using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>One channel of an order.</summary>
/// <param name="Channel">One of <see cref="OrderedChannels"/>.</param>
/// <param name="Wanted"><see cref="ConsentState.Subscribed"/> or <see cref="ConsentState.Unsubscribed"/>.</param>
internal sealed record OrderedConsent(ConsentChannel Channel, ConsentState Wanted)
{
    /// <summary>Null while it is open.</summary>
    public ConsentOutcome? Outcome { get; init; }

    public ConsentReason? Reason { get; init; }

    /// <summary>When Klaviyo took it; null when nothing was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public bool IsGiving => Wanted == ConsentState.Subscribed;

    public ConsentChannels Flag() => OrderedChannels.FlagOf(Channel);

    public OrderedConsent Settle(ConsentOutcome outcome, ConsentReason? reason = null) => this with { Outcome = outcome, Reason = reason };
}
