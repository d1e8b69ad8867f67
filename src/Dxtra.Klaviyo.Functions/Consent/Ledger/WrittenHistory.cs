namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What became of lines that one call of the desk brought to one history.</summary>
/// <param name="Key">The history.</param>
/// <param name="Added">Those that were new.</param>
/// <param name="Known">Those that had come before, as they came then.</param>
/// <param name="Changes">The changes that the new ones were the first to tell of.</param>
/// <param name="Current">What holds now; null when nothing was brought.</param>
internal sealed record WrittenHistory(
    LedgerKey Key, IReadOnlyList<LedgerLine> Added, IReadOnlyList<LedgerLine> Known, IReadOnlyList<PlacedLine> Changes, PlacedLine? Current);
