using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>A column of a table.</summary>
/// <param name="X">The left edge of its text.</param>
/// <param name="Width">How wide its text may be.</param>
/// <param name="Title">What stands above it.</param>
/// <param name="Style">How its cells look.</param>
/// <param name="Right">Whether it is set to the right, as numbers are.</param>
internal sealed record PdfColumn(double X, double Width, string Title, PdfTextStyle Style, bool Right);
