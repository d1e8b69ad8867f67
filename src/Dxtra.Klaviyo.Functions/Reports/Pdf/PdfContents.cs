using System.Globalization;
using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>The table of contents. Its page numbers are not known when it is written: each has a stream of its own that the end fills.</summary>
internal sealed class PdfContents(PdfDocument document, PdfFlow flow)
{
    private const double NumberWidth = 40, Padding = 3.5;

    private readonly PdfStructure _structure = document.Structure;
    private readonly List<(string Anchor, PdfId Stream, PdfBuffer Content, double Top)> _numbers = [];

    public void Write(string title, IReadOnlyList<ReportChapter> chapters)
    {
        var contents = _structure.Open(_structure.Document, "TOC");
        var caption = _structure.Open(contents, "Caption");
        flow.Draw([Cell().Set(title, PdfStyles.Heading(2), PdfFlow.Left, PdfFlow.Width, caption)]);
        _structure.Close(caption);
        flow.Advance(6);
        foreach (var chapter in chapters)
            WriteEntry(contents, chapter);
        _structure.Close(contents);
    }

    /// <summary>Fills in the page numbers.</summary>
    public void End()
    {
        var text = new PdfTextBlock(document.Fonts);
        foreach (var (anchor, stream, content, top) in _numbers)
        {
            var number = document.Destinations.PageOf(anchor)?.ToString(CultureInfo.InvariantCulture) ?? "";
            text.Clear().Add(number, PdfStyles.Value.Weight).Break(NumberWidth, PdfStyles.Value.Size);
            text.Draw(content, 0, text.Lines.Count, PdfFlow.Right, top, PdfStyles.Value, right: true);
            content.Ascii("EMC\n");
            document.File.AddStream(stream, "", content.Written);
        }
    }

    private void WriteEntry(PdfElement contents, ReportChapter chapter)
    {
        var item = _structure.Open(contents, "TOCI");
        var reference = _structure.Open(item, "Reference");
        var link = _structure.Open(reference, "Link");
        var cell = Cell().Set(chapter.Text, PdfStyles.Value, PdfFlow.Left, PdfFlow.Width - NumberWidth, link);
        flow.Keep(Math.Min(cell.Height, 60) + Padding * 2);
        var (page, top) = (flow.Page, flow.Y);
        flow.Advance(Padding);
        var (stream, content) = (document.File.Reserve(), new PdfBuffer());
        var first = flow.Y;
        flow.Draw([cell]);
        flow.Page.Begin(link, content);
        flow.Page.AddLater(stream);
        _numbers.Add((chapter.Anchor, stream, content, flow.Page == page ? first : flow.Y + PdfStyles.Value.Leading));
        flow.Advance(Padding);
        document.Link(flow.Page, link, (PdfFlow.Left, flow.Y, PdfFlow.Right, flow.Page == page ? top : flow.Y + cell.Style.Leading), chapter.Anchor, chapter.Text);
        flow.Rule();
        _structure.Close(link);
        _structure.Close(reference);
        _structure.Close(item);
    }

    private PdfCell Cell() => new(new(document.Fonts));
}
