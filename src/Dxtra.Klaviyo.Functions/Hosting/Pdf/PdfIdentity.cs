using System.Text;
using System.Xml.Linq;

namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>What a document says of itself. No time is in it: the same content gives the same bytes.</summary>
internal sealed record PdfIdentity(string Title, string Language, string Producer)
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace Ua = "http://www.aiim.org/pdfua/ns/id/";

    /// <summary>An XMP packet.</summary>
    public byte[] Metadata()
    {
        var description = new XElement(
            Rdf + "RDF",
            new XAttribute(XNamespace.Xmlns + "rdf", Rdf),
            new XElement(
                Rdf + "Description",
                new XAttribute(Rdf + "about", ""),
                new XAttribute(XNamespace.Xmlns + "dc", Dc),
                new XAttribute(XNamespace.Xmlns + "pdf", Pdf),
                new XAttribute(XNamespace.Xmlns + "pdfuaid", Ua),
                new XElement(Dc + "title", new XElement(Rdf + "Alt", Item(Title, new XAttribute(XNamespace.Xml + "lang", "x-default")))),
                new XElement(Dc + "language", new XElement(Rdf + "Bag", Item(Language))),
                new XElement(Pdf + "Producer", Producer),
                new XElement(Ua + "part", 1)));
        return Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">{description}</x:xmpmeta>
            <?xpacket end="r"?>
            """);
    }

    private static XElement Item(string text, params XAttribute[] attributes) => new(Rdf + "li", attributes, Printable(text));

    /// <summary>XML has no place for control characters and halves of characters.</summary>
    private static string Printable(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune));
}
