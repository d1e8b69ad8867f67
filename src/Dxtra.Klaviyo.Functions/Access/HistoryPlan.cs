namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>How a history is read: at once, when it is short, or in windows side by side.</summary>
/// <param name="Whole">The whole history, when one page held it.</param>
/// <param name="Windows">What is to be read; together they are all of time.</param>
/// <param name="First">The oldest event's time.</param>
/// <param name="Last">The newest event's time.</param>
/// <param name="IsBare">There are no events although Klaviyo named a last one: the profile may have been merged away a moment ago.</param>
internal sealed record HistoryPlan(HistoryPiece? Whole, IReadOnlyList<HistoryWindow> Windows, long First, long Last, bool IsBare = false);
