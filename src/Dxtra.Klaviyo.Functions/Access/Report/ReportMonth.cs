namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A month and its number in each series.</summary>
internal sealed record ReportMonth(string Label, IReadOnlyList<int> Counts);
