namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>A line of a text: from a glyph to before another, and its width in thousandths of an em.</summary>
internal readonly record struct PdfTextLine(int Start, int End, int Width);
