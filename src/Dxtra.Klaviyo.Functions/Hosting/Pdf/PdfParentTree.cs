namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>
/// From a page's marked content, or an annotation, to the structure element that holds it. Grown from below like the pages' tree.
/// </summary>
internal sealed class PdfParentTree(PdfFile file)
{
    private const int Fanout = 64;

    private readonly List<(int Key, PdfId Value)> _leaf = new(Fanout);
    private readonly List<List<(int First, int Last, PdfId Id)>> _levels = [];

    public int NextKey { get; private set; }

    /// <summary>Keys are given in order: of this value it is <see cref="NextKey"/>.</summary>
    public void Add(PdfId value)
    {
        _leaf.Add((NextKey++, value));
        if (_leaf.Count == Fanout)
            CloseLeaf();
    }

    /// <returns>The root.</returns>
    public PdfId End()
    {
        if (_leaf.Count > 0)
            CloseLeaf();
        for (var height = 0; height < _levels.Count - 1; height++)
            if (_levels[height].Count > 0)
                Close(height);
        List<PdfId> kids = _levels.Count == 0 ? [] : [.. _levels[^1].Select(kid => kid.Id)];
        return file.Add($"<</Kids{kids}>>");
    }

    private void CloseLeaf()
    {
        var id = file.Reserve();
        file.Objects.Ascii("<</Nums[");
        foreach (var (key, value) in _leaf)
            file.Objects.Append($"{key} {value} ");
        file.Add(id, $"]/Limits[{_leaf[0].Key} {_leaf[^1].Key}]>>");
        Add(0, (_leaf[0].Key, _leaf[^1].Key, id));
        _leaf.Clear();
    }

    private void Add(int height, (int First, int Last, PdfId Id) node)
    {
        if (height == _levels.Count)
            _levels.Add(new(Fanout));
        if (_levels[height].Count == Fanout)
            Close(height);
        _levels[height].Add(node);
    }

    private void Close(int height)
    {
        var level = _levels[height];
        List<PdfId> kids = [.. level.Select(kid => kid.Id)];
        var id = file.Add($"<</Kids{kids}/Limits[{level[0].First} {level[^1].Last}]>>");
        var node = (level[0].First, level[^1].Last, id);
        level.Clear();
        Add(height + 1, node);
    }
}
