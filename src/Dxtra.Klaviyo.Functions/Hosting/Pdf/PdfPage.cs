namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>A page in the making. All that is drawn belongs to an element of the structure or is an artifact.</summary>
internal sealed class PdfPage(PdfId id)
{
    private readonly List<PdfId> _marked = [];
    private readonly List<PdfId> _annotations = [];
    private readonly List<PdfId> _later = [];

    public PdfId Id => id;

    public PdfBuffer Content { get; } = new();

    public IReadOnlyList<PdfId> Annotations => _annotations;

    /// <summary>The element of each marked content, by its number.</summary>
    public IReadOnlyList<PdfId> Marked => _marked;

    /// <summary>Streams of content that the document's end brings, for what is not known before.</summary>
    public IReadOnlyList<PdfId> Later => _later;

    public void Begin(PdfElement element) => Begin(element, Content);

    public void Begin(PdfElement element, PdfBuffer content)
    {
        content.Append($"/{element.Type}<</MCID {_marked.Count}>>BDC\n");
        element.AddContent(id, _marked.Count);
        _marked.Add(element.Id);
    }

    public void BeginArtifact(string kind = "/Layout") => Content.Append($"/Artifact<</Type{kind}>>BDC\n");

    public void End() => Content.Ascii("EMC\n");

    public void Fill(string color, double x, double y, double width, double height) =>
        Content.Append($"{color} rg {x} {y} {width} {height} re f\n");

    public void AddAnnotation(PdfId annotation) => _annotations.Add(annotation);

    public void AddLater(PdfId content) => _later.Add(content);
}
