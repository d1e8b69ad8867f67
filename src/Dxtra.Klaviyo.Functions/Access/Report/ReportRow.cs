namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A row of a table: one text for each column, and what a reader may unfold below it.</summary>
internal sealed record ReportRow(IReadOnlyList<string> Cells, IReadOnlyList<ReportFact> Details);
