namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>A month and its number in each series.</summary>
internal sealed record ReportMonth(string Label, IReadOnlyList<int> Counts);
