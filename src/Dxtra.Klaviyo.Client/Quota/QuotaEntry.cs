namespace Dxtra.Klaviyo.Client;

/// <summary>How a call was received by <see cref="AccountQuota"/>.</summary>
/// <param name="Waiter">The call; it may have been admitted already.</param>
/// <param name="SentAway">When set the call does not wait: its turn comes after so long.</param>
internal readonly record struct QuotaEntry(QuotaWaiter Waiter, TimeSpan? SentAway);
