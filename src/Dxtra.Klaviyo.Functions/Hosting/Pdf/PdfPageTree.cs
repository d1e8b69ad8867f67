namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>
/// The tree of pages, grown from below: a node is written when it is full, so that only one path of it is ever held.
/// </summary>
internal sealed class PdfPageTree(PdfFile file)
{
    private const int Fanout = 64;

    private readonly List<Level> _levels = [];

    private sealed class Level
    {
        public PdfId Id { get; set; }

        public List<PdfId> Kids { get; } = new(Fanout);

        public int Pages { get; set; }
    }

    public int Count { get; private set; }

    /// <returns>The node that is the page's parent.</returns>
    public PdfId Add(PdfId page)
    {
        Count++;
        return Add(page, pages: 1, height: 0);
    }

    /// <returns>The root.</returns>
    public PdfId End()
    {
        for (var height = 0; height < _levels.Count - 1; height++)
            Close(height);
        var root = _levels[^1];
        file.Add(root.Id, $"<</Type/Pages/Count {root.Pages}/Kids{root.Kids}>>");
        return root.Id;
    }

    private PdfId Add(PdfId kid, int pages, int height)
    {
        if (height == _levels.Count)
            _levels.Add(new());
        var level = _levels[height];
        if (level.Kids.Count == Fanout)
            Close(height);
        if (level.Kids.Count == 0)
            level.Id = file.Reserve();
        level.Kids.Add(kid);
        level.Pages += pages;
        return level.Id;
    }

    private void Close(int height)
    {
        var level = _levels[height];
        var parent = Add(level.Id, level.Pages, height + 1);
        file.Add(level.Id, $"<</Type/Pages/Parent {parent}/Count {level.Pages}/Kids{level.Kids}>>");
        level.Kids.Clear();
        level.Pages = 0;
    }
}
