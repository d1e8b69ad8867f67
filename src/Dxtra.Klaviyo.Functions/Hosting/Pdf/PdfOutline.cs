namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>The bookmarks.</summary>
internal sealed class PdfOutline(PdfFile file)
{
    private readonly Item _root = new("", default, 0, 0);

    private sealed record Item(string Text, PdfId Page, double Top, int Level)
    {
        public List<Item> Kids { get; } = [];

        public PdfId Id { get; set; }

        public int Descendants => Kids.Sum(kid => 1 + kid.Descendants);
    }

    /// <param name="level">From 1 on. One that skips a level stands below the last one above it.</param>
    /// <param name="text">The heading.</param>
    /// <param name="page">Where it stands.</param>
    /// <param name="top">How high on the page.</param>
    public void Add(int level, string text, PdfId page, double top)
    {
        var parent = _root;
        while (parent.Kids is [.., var last] && last.Level < level)
            parent = last;
        parent.Kids.Add(new(text, page, top, level));
    }

    /// <returns>The root.</returns>
    public PdfId End()
    {
        _root.Id = file.Reserve();
        if (_root.Kids.Count == 0)
        {
            file.Add(_root.Id, $"<</Type/Outlines>>");
            return _root.Id;
        }

        WriteKids(_root);
        file.Add(_root.Id, $"<</Type/Outlines/First {_root.Kids[0].Id}/Last {_root.Kids[^1].Id}/Count {_root.Kids.Count}>>");
        return _root.Id;
    }

    private void WriteKids(Item parent)
    {
        foreach (var kid in parent.Kids)
            kid.Id = file.Reserve();
        for (var i = 0; i < parent.Kids.Count; i++)
        {
            var kid = parent.Kids[i];
            WriteKids(kid);
            file.Objects.Append($"<</Title {new PdfText(kid.Text)}/Parent {parent.Id}/Dest[{kid.Page}/XYZ null {kid.Top} null]");
            if (i > 0)
                file.Objects.Append($"/Prev {parent.Kids[i - 1].Id}");
            if (i < parent.Kids.Count - 1)
                file.Objects.Append($"/Next {parent.Kids[i + 1].Id}");
            if (kid.Kids.Count > 0)
                file.Objects.Append($"/First {kid.Kids[0].Id}/Last {kid.Kids[^1].Id}/Count -{kid.Descendants}");
            file.Add(kid.Id, $">>");
        }
    }
}
