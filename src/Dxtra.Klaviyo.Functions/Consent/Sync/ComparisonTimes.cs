namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The circumstances of a comparison.</summary>
/// <param name="ReadAt">When the profile was read.</param>
/// <param name="NewsSince">What was so before then is no news where nothing was known; null: nothing is, since all is compared.</param>
/// <param name="Skew">Times that lie no further apart tell nothing of an order.</param>
/// <param name="Settle">How old the ledger's word must be before a profile that gives no later time is believed.</param>
internal sealed record ComparisonTimes(DateTimeOffset ReadAt, DateTimeOffset? NewsSince, TimeSpan Skew, TimeSpan Settle);
