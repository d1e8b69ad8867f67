namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>An element of the document's structure that is still open.</summary>
/// <param name="id">Its object.</param>
/// <param name="type">Its structure type, such as <c>H1</c>.</param>
/// <param name="parent">The object of the element around it.</param>
/// <param name="entries">Further entries of its dictionary.</param>
internal sealed class PdfElement(PdfId id, string type, PdfId parent, string entries)
{
    private readonly List<Kid> _kids = [];

    /// <param name="Id">An element, or an annotation.</param>
    /// <param name="Mark">The number of marked content on the page; -1 for an element, -2 for an annotation.</param>
    /// <param name="Page">Where it stands.</param>
    private readonly record struct Kid(PdfId Id, int Mark, PdfId Page);

    public PdfId Id => id;

    public string Type => type;

    public void AddElement(PdfId element) => _kids.Add(new(element, -1, default));

    public void AddContent(PdfId page, int mark) => _kids.Add(new(default, mark, page));

    public void AddAnnotation(PdfId page, PdfId annotation) => _kids.Add(new(annotation, -2, page));

    public void WriteTo(PdfFile file)
    {
        var to = file.Objects;
        to.Append($"<</S/{type}/P {parent}{entries}");
        if (_kids.FirstOrDefault(kid => kid.Mark != -1) is { Page.Number: > 0 } first)
            to.Append($"/Pg {first.Page}");
        else
            first = default;
        if (_kids is [{ Mark: >= 0 } only])
            to.Append($"/K {only.Mark}");
        else
            WriteKids(to, first.Page);
        file.Add(id, $">>");
    }

    private void WriteKids(PdfBuffer to, PdfId ownPage)
    {
        to.Ascii("/K[");
        foreach (var kid in _kids)
            if (kid.Mark == -1)
                to.Append($"{kid.Id} ");
            else if (kid.Mark == -2)
                to.Append($"<</Type/OBJR/Obj {kid.Id}/Pg {kid.Page}>>");
            else if (kid.Page == ownPage)
                to.Append($"{kid.Mark} ");
            else
                to.Append($"<</Type/MCR/Pg {kid.Page}/MCID {kid.Mark}>>");
        to.Ascii("]");
    }
}
