namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>An entry of the table of contents; <paramref name="Anchor"/> is that of its heading.</summary>
internal sealed record ReportChapter(string Text, string Anchor);
