namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>The head of a table. The first column names the row.</summary>
/// <param name="Caption">What the table shows.</param>
/// <param name="Columns">The columns' titles.</param>
/// <param name="DetailsLabel">What the details of a row are called; null when rows have none.</param>
/// <param name="Kinds">What the cells of each column stand for; null when all are texts.</param>
internal sealed record ReportTable(
    string Caption, IReadOnlyList<string> Columns, string? DetailsLabel = null, IReadOnlyList<ReportKind>? Kinds = null);
