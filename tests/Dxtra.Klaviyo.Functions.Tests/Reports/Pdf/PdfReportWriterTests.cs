using System.Text;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Tokens;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class PdfReportWriterTests
{
    [Fact]
    public async Task Everything_is_read_in_its_order()
    {
        var reading = new PdfReading(await PdfReports.WriteEverythingAsync());

        string[] expected =
        [
            "Title of the report", "Subtitle of the report", "Person", "ada@example.com", "Account", "Kestrel", "Contents",
            "First chapter2", "Second chapter2", "Never written",
            "First chapter", "A paragraph.", "•", "One bullet.", "•", "Another bullet.", "Something is missing.",
            "A section", "Given name", "Ada", "Family name", "Lovelace", "A part", "Month by month",
            "Month", "Messages", "Orders", "2026-01", "4", "0", "2026-02", "0", "0", "2026-03", "7", "2",
            "Second chapter", "What happened", "When", "What", "Everything recorded",
            "row 1", "what 1", Details(1), "row 2", "what 2", Details(2), "row 3", "what 3", Details(3),
        ];
        var read = reading.Elements.Where(element => element is { Text.Length: > 0, Type: not "Figure" }).Select(element => element.Text).ToList();
        read[8] = read[8][..^1] + "2";
        Assert.Equal(expected, read);
    }

    [Fact]
    public async Task A_long_table_is_read_whole_and_its_head_once_though_each_page_shows_it()
    {
        var reading = new PdfReading(await PdfReports.WriteEverythingAsync(rows: 700));

        var rows = reading.Elements.SkipWhile(element => element.Text != "What happened").ToList();
        Assert.Equal(["When", "What", "Everything recorded", .. Numbers(700).Select(i => $"row {i}")], rows.Where(row => row.Type == "TH").Select(row => row.Text));
        Assert.Equal(Numbers(700).SelectMany(i => (string[])[$"what {i}", Details(i)]), rows.Where(row => row.Type == "TD").Select(row => row.Text));
        Assert.Equal(3, rows.Count(row => row.Type == "TBody"));
        Assert.True(reading.Document.NumberOfPages > 20);
        Assert.All(reading.Pages.Skip(3), page => Assert.StartsWith("WhenWhatEverything recorded", page.Text.Replace("row", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_structure_says_what_each_text_is()
    {
        var reading = new PdfReading(await PdfReports.WriteEverythingAsync());

        Assert.Equal(["First chapter", "Second chapter"], reading.Texts("H1"));
        Assert.Equal(["A section"], reading.Texts("H2"));
        Assert.Equal(["A part"], reading.Texts("H3"));
        Assert.Equal(["One bullet.", "Another bullet."], reading.Texts("LBody"));
        Assert.Equal(["Contents", "What happened"], reading.Texts("Caption"));
        Assert.Equal(["Something is missing."], reading.Texts("Notice"));
        var figure = reading.Elements.Single(element => element.Type == "Figure");
        Assert.Equal("Month by month. 2026-01 – 2026-03. Messages: 11; Orders: 2.", PdfReading.TextOf(PdfReading.Data(figure.Entries, "Alt")));
        var heads = reading.Elements.Where(element => element.Type == "TH").ToDictionary(element => element.Text, element => reading.Attribute(element, "Scope"));
        Assert.Equal(("/Row", "/Column", "/Column", "/Row"), (heads["Given name"], heads["When"], heads["Everything recorded"], heads["row 1"]));
        Assert.Equal("2", reading.Attribute(reading.Elements.First(element => element.Text == Details(1)), "ColSpan"));
    }

    [Fact]
    public async Task Sections_stand_within_one_another()
    {
        var reading = new PdfReading(await PdfReports.WriteEverythingAsync());

        Assert.Equal([2, 3, 4, 2], reading.Elements.Where(element => element.Type is "H1" or "H2" or "H3").Select(element => element.Depth));
        Assert.All(reading.Elements.Where(element => element.Type is "H1" or "H2" or "H3"), heading => Assert.Equal("Sect", heading.Parent));
    }

    [Fact]
    public async Task Bookmarks_lead_to_the_pages_of_their_headings()
    {
        var reading = new PdfReading(await PdfReports.WriteAsync(async report =>
        {
            await report.HeadingAsync(1, "First chapter", "first", default);
            await report.TableAsync(new("", ["When", "What"]), PdfReports.RowsAsync(100), default);
            await report.HeadingAsync(1, "Second chapter", "second", default);
            await report.HeadingAsync(2, "A section – naïve", "section", default);
        }));

        Assert.True(reading.Document.TryGetBookmarks(out var bookmarks));
        var nodes = bookmarks.GetNodes().Cast<DocumentBookmarkNode>().ToList();
        Assert.Equal(["First chapter", "Second chapter", "A section – naïve"], nodes.Select(node => node.Title));
        Assert.Equal([0, 0, 1], nodes.Select(node => node.Level));
        Assert.All(nodes, node => Assert.Contains(node.Title, reading.Pages[node.PageNumber - 1].Text, StringComparison.Ordinal));
        var second = nodes[1].PageNumber;
        Assert.Contains($"Second chapter{second}", reading.Texts("Link"));
    }

    [Fact]
    public async Task The_contents_link_to_the_chapters()
    {
        var reading = new PdfReading(await PdfReports.WriteEverythingAsync());

        var links = reading.Pages[0].GetAnnotations().Select(link => link.AnnotationDictionary).ToList();
        Assert.Equal(["First chapter", "Second chapter", "Never written"], links.Select(link => PdfReading.TextOf(PdfReading.Data(link, "Contents"))));
        Assert.Equal(["first", "second", "never"], links.Select(link => PdfReading.TextOf(PdfReading.Data(link, "Dest"))));
        var names = (ArrayToken)PdfReading.Data(reading.Child(reading.Child(reading.Catalog, "Names"), "Dests"), "Names")!;
        Assert.Equal(["first", "part", "second", "section"], names.Data.Where((_, i) => i % 2 == 0).Select(name => PdfReading.TextOf(name)));
    }

    [Fact]
    public async Task Each_page_has_its_number_of_how_many_and_the_footer()
    {
        var reading = new PdfReading(await PdfReports.WriteEverythingAsync(rows: 200));

        var count = reading.Document.NumberOfPages;
        Assert.All(reading.Pages, page => Assert.Contains($"{page.Number} / {count}Footer of the report", page.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(reading.Elements, element => element.Text.Contains("Footer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_document_names_itself_and_its_language_and_claims_to_be_accessible()
    {
        var reading = new PdfReading(await PdfReports.WriteEverythingAsync());

        Assert.Equal("en", PdfReading.TextOf(PdfReading.Data(reading.Catalog, "Lang")));
        Assert.Equal(BooleanToken.True, PdfReading.Data(reading.Child(reading.Catalog, "MarkInfo"), "Marked"));
        Assert.Equal(BooleanToken.True, PdfReading.Data(reading.Child(reading.Catalog, "ViewerPreferences"), "DisplayDocTitle"));
        Assert.Equal("Title of the report", reading.Document.Information.Title);
        Assert.True(reading.Document.TryGetXmpMetadata(out var metadata));
        var xmp = metadata.GetXDocument().ToString();
        Assert.Contains("Title of the report", xmp, StringComparison.Ordinal);
        Assert.Contains(">1</pdfuaid:part>", xmp, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_report_gives_the_same_bytes_and_another_one_another_identity()
    {
        var (one, same, other) = (await PdfReports.WriteEverythingAsync(), await PdfReports.WriteEverythingAsync(), await PdfReports.WriteEverythingAsync(4));

        Assert.Equal(one, same);
        Assert.NotEqual(Identity(one), Identity(other));
    }

    [Fact]
    public async Task A_heading_stands_on_the_page_of_what_it_is_above()
    {
        var reading = new PdfReading(await PdfReports.WriteAsync(async report =>
        {
            for (var i = 0; i < 60; i++)
            {
                await report.HeadingAsync(1, $"chapter {i}.", $"c{i}", default);
                await report.HeadingAsync(2, $"section {i}.", $"s{i}", default);
                await report.TimelineAsync(new($"timeline {i}.", "Month", ["Messages"], [new("2026-01", [i])]), default);
                for (var j = 0; j < i; j++)
                    await report.ParagraphAsync("A paragraph.", default);
            }
        }));

        Assert.All(Numbers(59), i =>
        {
            var page = reading.Pages.Single(page => page.Text.Contains($"chapter {i}.", StringComparison.Ordinal));
            Assert.Contains($"section {i}.timeline {i}.", page.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_table_without_rows_is_not_written()
    {
        var reading = new PdfReading(await PdfReports.WriteAsync(report =>
            report.TableAsync(new("Nothing", ["When", "What"]), PdfReports.RowsAsync(0), default)));

        Assert.DoesNotContain("Nothing", string.Concat(reading.Pages.Select(page => page.Text)), StringComparison.Ordinal);
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);

    private static string Details(int row) => $"Subject:\u00A0subject {row}   Link:\u00A0https://example.com/{row}";

    private static string Identity(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        return text[text.LastIndexOf("/ID[", StringComparison.Ordinal)..][..40];
    }
}
