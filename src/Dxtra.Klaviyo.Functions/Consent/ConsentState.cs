namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What holds for a channel, from the least restrictive to the most: inside the skew window the later of two in this order wins.</summary>
internal enum ConsentState
{
    Subscribed,
    NotSuppressed,
    PendingConfirmation,
    NeverSubscribed,
    Unsubscribed,
    Suppressed,
}
