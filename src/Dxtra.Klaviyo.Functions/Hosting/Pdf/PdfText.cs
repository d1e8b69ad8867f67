namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>A text outside a page's content, such as a title: written so that every character survives.</summary>
internal readonly record struct PdfText(string Value);
