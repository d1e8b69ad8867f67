namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A line in its place.</summary>
/// <param name="Line">What was said.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Previous">What held before; null when nothing was known.</param>
/// <param name="LinkedTo">The source id of the line that stands for the same change; null for the one that does.</param>
/// <param name="Stretch">The number of the unbroken stretch of one state that it belongs to; null when overridden.</param>
internal sealed record PlacedLine(LedgerLine Line, LedgerOutcome Outcome, ConsentState? Previous, string? LinkedTo, int? Stretch);
