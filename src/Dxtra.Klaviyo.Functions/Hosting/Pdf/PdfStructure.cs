namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>The document's structure: what a screen reader reads. An element leaves memory when it is closed.</summary>
internal sealed class PdfStructure
{
    private readonly PdfFile _file;

    public PdfStructure(PdfFile file)
    {
        _file = file;
        Root = file.Reserve();
        Document = new(file.Reserve(), "Document", Root, "");
        Parents = new(file);
    }

    public PdfId Root { get; }

    public PdfElement Document { get; }

    public PdfParentTree Parents { get; }

    public PdfElement Open(PdfElement parent, string type, string entries = "")
    {
        var element = new PdfElement(_file.Reserve(), type, parent.Id, entries);
        parent.AddElement(element.Id);
        return element;
    }

    public void Close(PdfElement element) => element.WriteTo(_file);

    /// <param name="roles">Pairs of names: types of ours and the standard ones they stand for.</param>
    public void End(string roles)
    {
        Close(Document);
        var next = Parents.NextKey;
        var parents = Parents.End();
        _file.Add(Root, $"<</Type/StructTreeRoot/K {Document.Id}/ParentTree {parents}/ParentTreeNextKey {next}/RoleMap<<{roles}>>>>");
    }
}
