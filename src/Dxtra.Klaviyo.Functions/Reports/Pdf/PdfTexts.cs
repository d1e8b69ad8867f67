using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>Writes what is neither a table nor a picture: paragraphs, notices, lists, labels with their values.</summary>
internal sealed class PdfTexts(PdfDocument document, PdfFlow flow, PdfTags tags)
{
    private const double Indent = 14, Inset = 12, LabelWidth = 150;

    private readonly PdfStructure _structure = document.Structure;
    private readonly PdfCell _first = new(new(document.Fonts));
    private readonly PdfCell _second = new(new(document.Fonts));

    public void Write(PdfElement parent, string type, string text, PdfTextStyle style)
    {
        var element = _structure.Open(parent, type);
        flow.Draw([_first.Set(text, style, PdfFlow.Left, PdfFlow.Width, element)]);
        _structure.Close(element);
    }

    public void WriteNotice(PdfElement parent, string text)
    {
        const double padding = 7;
        var element = _structure.Open(parent, "Notice");
        flow.Space(4);
        flow.Keep(padding * 2 + PdfStyles.Body.Leading * 2);
        flow.Advance(padding);
        flow.Draw([_first.Set(text, PdfStyles.Body, PdfFlow.Left + Inset, PdfFlow.Width - Inset * 2, element)], (top, height) =>
        {
            flow.Shade(PdfStyles.NoticeTint, top + padding, height + padding * 2);
            flow.Shade(PdfStyles.NoticeBar, top + padding, height + padding * 2, width: 2.5);
        });
        flow.Advance(padding);
        flow.Space(10);
        _structure.Close(element);
    }

    public void WriteBullets(PdfElement parent, IReadOnlyList<string> items)
    {
        var list = _structure.Open(parent, "L", tags.Bullets);
        foreach (var item in items)
        {
            var entry = _structure.Open(list, "LI");
            var (label, body) = (_structure.Open(entry, "Lbl"), _structure.Open(entry, "LBody"));
            flow.Draw([
                _first.Set("•", PdfStyles.Body with { Color = PdfStyles.Accent }, PdfFlow.Left + 2, Indent, label),
                _second.Set(item, PdfStyles.Body, PdfFlow.Left + Indent, PdfFlow.Width - Indent, body)]);
            flow.Advance(3);
            _structure.Close(label);
            _structure.Close(body);
            _structure.Close(entry);
        }

        flow.Space(5);
        _structure.Close(list);
    }

    /// <summary>A table of two columns to a screen reader: it says each label with its value.</summary>
    public void WriteFacts(PdfElement parent, IReadOnlyList<ReportFact> facts)
    {
        const double padding = 2.5;
        var table = _structure.Open(parent, "Table");
        foreach (var fact in facts)
        {
            var row = _structure.Open(table, "TR");
            var (label, value) = (_structure.Open(row, "TH", tags.RowHead), _structure.Open(row, "TD"));
            flow.Keep(PdfStyles.Value.Leading + padding * 2);
            flow.Advance(padding);
            flow.Draw([
                _first.Set(fact.Label, PdfStyles.Label, PdfFlow.Left, LabelWidth - 10, label),
                _second.Set(PdfTime.Full(fact), PdfStyles.ValueOf(fact.Kind), PdfFlow.Left + LabelWidth, PdfFlow.Width - LabelWidth, value)]);
            flow.Advance(padding);
            flow.Rule();
            _structure.Close(label);
            _structure.Close(value);
            _structure.Close(row);
        }

        flow.Space(10);
        _structure.Close(table);
    }
}
