namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What a later look brought.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Look">After how many days.</param>
/// <param name="At">When.</param>
/// <param name="Events">How many events are new.</param>
/// <param name="Exports">The files by format; they hold what is new only.</param>
/// <param name="Run">The run that promised the look.</param>
internal sealed record RequestSupplement(int Number, int Look, DateTimeOffset At, int Events, IReadOnlyDictionary<string, ExportFile> Exports, int Run = 1);
