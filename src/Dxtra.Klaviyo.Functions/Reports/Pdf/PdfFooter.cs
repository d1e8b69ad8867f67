using System.Globalization;
using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>The foot of each page: its number, how many there are, and a line of text. Not part of what is read aloud.</summary>
internal sealed class PdfFooter(PdfFonts fonts, string text)
{
    private const double Top = 44, TextWidth = 380;

    private readonly PdfTextBlock _number = new(fonts);
    private readonly PdfTextBlock _text = new PdfTextBlock(fonts).Add(text, PdfStyles.Foot.Weight).Break(TextWidth, PdfStyles.Foot.Size);

    public void Draw(PdfPage page, int number)
    {
        page.BeginArtifact("/Pagination/Subtype/Footer");
        page.Fill(PdfStyles.Hairline, PdfFlow.Left, Top + 6, PdfFlow.Width, 0.5);
        Set($"{number} / ").Draw(page.Content, 0, 1, PdfFlow.Left, Top, PdfStyles.Foot);
        var width = _number.Measure().Line * PdfStyles.Foot.Size / 1000;
        page.Content.Append($"q 1 0 0 1 {PdfFlow.Left + width} {Top - PdfStyles.Foot.Rise} cm /T Do Q\n");
        if (_text.Lines.Count > 0)
            _text.Draw(page.Content, 0, Math.Min(2, _text.Lines.Count), PdfFlow.Right, Top, PdfStyles.Foot, right: true);
        page.End();
    }

    /// <summary>Pages refer to the number of pages by name; here it is drawn once it is known.</summary>
    public PdfBuffer Total(int pages)
    {
        var content = new PdfBuffer();
        Set(pages.ToString(CultureInfo.InvariantCulture)).Draw(content, 0, 1, 0, PdfStyles.Foot.Rise, PdfStyles.Foot);
        return content;
    }

    private PdfTextBlock Set(string number) => _number.Clear().Add(number, PdfStyles.Foot.Weight).Break(TextWidth, PdfStyles.Foot.Size);
}
