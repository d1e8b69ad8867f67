namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>The named places that links lead to.</summary>
internal sealed class PdfDestinations(PdfFile file)
{
    private readonly SortedDictionary<string, (PdfId Page, double Top, int Number)> _places = new(StringComparer.Ordinal);

    /// <param name="anchor">The first one of a name counts.</param>
    /// <param name="page">Where it is.</param>
    /// <param name="top">How high on the page.</param>
    /// <param name="number">The page's number.</param>
    public void Add(string anchor, PdfId page, double top, int number) => _places.TryAdd(anchor, (page, top, number));

    public int? PageOf(string anchor) => _places.TryGetValue(anchor, out var place) ? place.Number : null;

    /// <returns>The root of the tree of names.</returns>
    public PdfId End()
    {
        file.Objects.Ascii("<</Names[");
        foreach (var (anchor, place) in _places)
            file.Objects.Append($"{new PdfText(anchor)}[{place.Page}/XYZ null {place.Top} null]");
        return file.Add($"]>>");
    }
}
