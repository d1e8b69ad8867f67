namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>Numbers by month, oldest first, to be drawn and to be read: a writer shows the numbers themselves too.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="MonthTitle">The title of the column of months.</param>
/// <param name="Series">What is counted.</param>
/// <param name="Months">One entry for each month from the first to the last that has any, those without included.</param>
internal sealed record ReportTimeline(string Caption, string MonthTitle, IReadOnlyList<string> Series, IReadOnlyList<ReportMonth> Months);
