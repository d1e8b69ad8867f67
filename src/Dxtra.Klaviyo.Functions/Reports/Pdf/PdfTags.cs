using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>Attributes that many elements of the structure share, each kept once in the file.</summary>
internal sealed class PdfTags(PdfFile file)
{
    /// <summary>The standard types that our own stand for.</summary>
    public const string Roles = "/Title/P/Notice/P";

    private readonly Dictionary<int, string> _spans = [];

    public string ColumnHead { get; } = Reference(file.Add($"<</O/Table/Scope/Column>>"));

    public string RowHead { get; } = Reference(file.Add($"<</O/Table/Scope/Row>>"));

    public string Bullets { get; } = Reference(file.Add($"<</O/List/ListNumbering/Disc>>"));

    /// <summary>A cell over so many columns.</summary>
    public string Span(int columns)
    {
        if (!_spans.TryGetValue(columns, out var reference))
            _spans[columns] = reference = Reference(file.Add($"<</O/Table/ColSpan {columns}>>"));
        return reference;
    }

    /// <summary>A title over so many columns.</summary>
    public string WideHead(int columns) => Reference(file.Add($"<</O/Table/Scope/Column/ColSpan {columns}>>"));

    /// <summary>Entries with a text are made of pieces, for they stand in an element's dictionary as they are.</summary>
    public static string Text(string name, string text)
    {
        var buffer = new PdfBuffer();
        buffer.Append($"/{name} {new PdfText(text)}");
        return System.Text.Encoding.ASCII.GetString(buffer.Written);
    }

    private static string Reference(PdfId id) => $"/A {id.Number} 0 R";
}
