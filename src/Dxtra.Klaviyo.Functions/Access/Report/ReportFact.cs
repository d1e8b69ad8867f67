namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A label and what it stands before.</summary>
internal sealed record ReportFact(string Label, string Value);
