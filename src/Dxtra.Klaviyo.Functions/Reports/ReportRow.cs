namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>A row of a table: one text for each column, and what a reader may unfold below it.</summary>
/// <param name="Cells">The texts.</param>
/// <param name="Details">What is folded.</param>
/// <param name="Times">For each column the time itself where the text tells one; null when no column does.</param>
internal sealed record ReportRow(IReadOnlyList<string> Cells, IReadOnlyList<ReportFact> Details, IReadOnlyList<DateTimeOffset?>? Times = null);
