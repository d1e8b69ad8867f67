namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>A label and what it stands before.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Value">What it is, in words.</param>
/// <param name="Time">The time itself, when the value tells one.</param>
/// <param name="Kind">What the value stands for.</param>
internal sealed record ReportFact(string Label, string Value, DateTimeOffset? Time = null, ReportKind Kind = ReportKind.Text);
