namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>A character as it is shown.</summary>
/// <param name="Code">In the font.</param>
/// <param name="Width">In thousandths of an em.</param>
/// <param name="Weight">Which font.</param>
/// <param name="Break">Whether a line may end after it.</param>
internal readonly record struct PdfGlyph(ushort Code, ushort Width, byte Weight, PdfBreak Break);
