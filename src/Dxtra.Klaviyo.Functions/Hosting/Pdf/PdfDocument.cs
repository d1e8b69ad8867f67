namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>
/// A tagged PDF (as PDF/UA-1 wants it) that is written front to back: a page leaves memory when it is ended.
/// </summary>
internal sealed class PdfDocument : IDisposable
{
    public const double PageWidth = 595.28, PageHeight = 841.89;

    private readonly PdfPageTree _pages;
    private readonly PdfId _resources;
    private readonly PdfId _total;

    public PdfDocument(Stream stream)
    {
        File = new(stream);
        Structure = new(File);
        Outline = new(File);
        Destinations = new(File);
        _pages = new(File);
        _resources = File.Reserve();
        _total = File.Reserve();
    }

    public PdfFile File { get; }

    public PdfFonts Fonts { get; } = new();

    public PdfStructure Structure { get; }

    public PdfOutline Outline { get; }

    public PdfDestinations Destinations { get; }

    public int Pages => _pages.Count;

    public PdfPage BeginPage() => new(File.Reserve());

    public void EndPage(PdfPage page)
    {
        var content = File.Reserve();
        var parent = _pages.Add(page.Id);
        List<PdfId> contents = [content, .. page.Later];
        var key = Structure.Parents.NextKey;
        Structure.Parents.Add(File.Add($"{page.Marked}"));
        File.Objects.Append($"<</Type/Page/Parent {parent}/MediaBox[0 0 {PageWidth} {PageHeight}]/Resources {_resources}/Contents{contents}");
        File.Objects.Append($"/StructParents {key}/Tabs/S");
        if (page.Annotations.Count > 0)
            File.Objects.Append($"/Annots{page.Annotations}");
        File.Add(page.Id, $">>");
        File.AddStream(content, "", page.Content.Written);
    }

    /// <summary>A link to a place in the document, which may come later.</summary>
    public void Link(PdfPage page, PdfElement element, (double Left, double Bottom, double Right, double Top) area, string anchor, string text)
    {
        var key = Structure.Parents.NextKey;
        Structure.Parents.Add(element.Id);
        File.Objects.Append($"<</Type/Annot/Subtype/Link/Rect[{area.Left} {area.Bottom} {area.Right} {area.Top}]/Border[0 0 0]/F 4/P {page.Id}");
        var link = File.Add($"/StructParent {key}/Contents {new PdfText(text)}/Dest {new PdfText(anchor)}>>");
        page.AddAnnotation(link);
        element.AddAnnotation(page.Id, link);
    }

    /// <param name="identity">Title, language and producer.</param>
    /// <param name="roles">Pairs of names: structure types of the document's own and the standard ones they stand for.</param>
    /// <param name="total">Draws what pages show by the name <c>/T</c>: the number of pages.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task EndAsync(PdfIdentity identity, string roles, PdfBuffer total, CancellationToken cancellationToken)
    {
        File.AddStream(_total, $"/Type/XObject/Subtype/Form/BBox[0 -10 100 20]/Resources {_resources.Number} 0 R", total.Written);
        var (regular, bold) = Fonts.WriteTo(File);
        File.Add(_resources, $"<</Font<</F0 {regular}/F1 {bold}>>/XObject<</T {_total}>>>>");
        Structure.End(roles);
        var pages = _pages.End();
        var metadata = File.Reserve();
        File.AddRaw(metadata, "/Type/Metadata/Subtype/XML", identity.Metadata());
        var outline = Outline.End();
        var destinations = Destinations.End();
        File.Objects.Append($"<</Type/Catalog/Pages {pages}/Metadata {metadata}/Lang {new PdfText(identity.Language)}/MarkInfo<</Marked true>>");
        File.Objects.Append($"/StructTreeRoot {Structure.Root}/ViewerPreferences<</DisplayDocTitle true>>/PageMode/UseOutlines");
        var catalog = File.Add($"/Outlines {outline}/Names<</Dests {destinations}>>>>");
        var info = File.Add($"<</Title {new PdfText(identity.Title)}/Producer {new PdfText(identity.Producer)}>>");
        await File.EndAsync(catalog, info, cancellationToken);
    }

    public void Dispose() => File.Dispose();
}
