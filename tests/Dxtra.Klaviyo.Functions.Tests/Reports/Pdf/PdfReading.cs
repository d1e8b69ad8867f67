using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Reads a PDF's structure as a screen reader does: elements in their order, each with the text that belongs to it.</summary>
internal sealed class PdfReading
{
    private readonly PdfDocument _document;
    private readonly Dictionary<(int Page, int Mark), string> _texts = [];
    private readonly Dictionary<IndirectReference, int> _pages = [];

    public PdfReading(byte[] file)
    {
        _document = PdfDocument.Open(file);
        Number(Child(Catalog, "Pages"), Reference(Catalog, "Pages"));
        foreach (var page in _document.GetPages())
            foreach (var marked in page.GetMarkedContents())
                if (marked.MarkedContentIdentifier >= 0)
                    _texts[(page.Number, marked.MarkedContentIdentifier)] = string.Concat(marked.Letters.Select(letter => letter.Value));
        Read(Resolve(Data(Child(Catalog, "StructTreeRoot"), "K")!), null, depth: 0);
    }

    public PdfDocument Document => _document;

    public DictionaryToken Catalog => _document.Structure.Catalog.CatalogDictionary;

    public IReadOnlyList<Page> Pages => [.. _document.GetPages()];

    public List<Element> Elements { get; } = [];

    /// <summary>All of an element's own text, whatever page it stands on.</summary>
    public sealed record Element(string Type, string? Parent, int Depth, DictionaryToken Entries)
    {
        public string Text { get; set; } = "";
    }

    public string[] Texts(params string[] types) =>
        [.. Elements.Where(element => types.Contains(element.Type)).Select(element => element.Text)];

    public string? Attribute(Element element, string name) =>
        Data(element.Entries, "A") is { } attributes && Data((DictionaryToken)Resolve(attributes), name) is { } value ? value.ToString() : null;

    public static string? TextOf(IToken? token) => token switch
    {
        HexToken hex => hex.Data,
        StringToken text => text.Data,
        _ => null,
    };

    public static IToken? Data(DictionaryToken dictionary, string name) => dictionary.Data.GetValueOrDefault(name);

    public DictionaryToken Child(DictionaryToken dictionary, string name) => (DictionaryToken)Resolve(Data(dictionary, name)!);

    public IToken Resolve(IToken token) => token is IndirectReferenceToken reference ? _document.Structure.GetObject(reference.Data).Data : token;

    private static IndirectReference Reference(DictionaryToken dictionary, string name) => ((IndirectReferenceToken)Data(dictionary, name)!).Data;

    private void Number(DictionaryToken node, IndirectReference reference)
    {
        if (Data(node, "Kids") is not ArrayToken kids)
        {
            _pages[reference] = _pages.Count + 1;
            return;
        }

        foreach (var kid in kids.Data.Cast<IndirectReferenceToken>())
            Number((DictionaryToken)Resolve(kid), kid.Data);
    }

    private void Read(IToken token, Element? parent, int depth)
    {
        var entries = (DictionaryToken)token;
        var element = new Element(((NameToken)Data(entries, "S")!).Data, parent?.Type, depth, entries);
        Elements.Add(element);
        var kids = Data(entries, "K") switch
        {
            ArrayToken array => array.Data,
            { } one => [one],
            null => [],
        };
        foreach (var kid in kids)
            ReadKid(kid, element, depth);
    }

    private void ReadKid(IToken kid, Element element, int depth)
    {
        if (kid is NumericToken mark)
            element.Text += _texts.GetValueOrDefault((_pages[Reference(element.Entries, "Pg")], mark.Int), "");
        else if (Resolve(kid) is DictionaryToken entries && Data(entries, "MCID") is NumericToken there)
            element.Text += _texts.GetValueOrDefault((_pages[Reference(entries, "Pg")], there.Int), "");
        else if (Data((DictionaryToken)Resolve(kid), "S") is not null)
            Read(Resolve(kid), element, depth + 1);
    }
}
