using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>A text, broken into lines, that stands beside others and goes on with them on the next page when it must.</summary>
internal sealed class PdfCell(PdfTextBlock text)
{
    public PdfTextBlock Text { get; } = text;

    public PdfTextStyle Style { get; private set; } = PdfStyles.Body;

    /// <summary>The left edge; the right one when the text is set to the right.</summary>
    public double X { get; private set; }

    public bool Right { get; private set; }

    /// <summary>The part of the structure that the text belongs to; null for what is repeated.</summary>
    public PdfElement? Element { get; private set; }

    /// <summary>Lines that have been drawn.</summary>
    public int Done { get; set; }

    public int Left => Text.Lines.Count - Done;

    public double Height => Text.Lines.Count * Style.Leading;

    /// <param name="text">What it says.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="x">Its left edge, whichever way it is set.</param>
    /// <param name="width">How wide it may be.</param>
    /// <param name="element">The part of the structure it belongs to.</param>
    /// <param name="right">Whether it is set to the right.</param>
    public PdfCell Set(string text, PdfTextStyle style, double x, double width, PdfElement? element, bool right = false)
    {
        Text.Clear().Add(text, style.Weight);
        return Place(style, x, width, element, right);
    }

    /// <summary>The same for a text that has been put in already.</summary>
    public PdfCell Place(PdfTextStyle style, double x, double width, PdfElement? element, bool right = false)
    {
        (Style, X, Element, Right, Done) = (style, right ? x + width : x, element, right, 0);
        Text.Break(width, style.Size);
        return this;
    }
}
