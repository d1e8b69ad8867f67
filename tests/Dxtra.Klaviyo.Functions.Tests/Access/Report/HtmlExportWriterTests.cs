using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(AloneTests.Name)]
public sealed class HtmlExportWriterTests
{
    private const string Hostile = "\u202Eevil\u2066 <script>alert(1)</script>\" onload='x' \u0000\u0007\u001B &amp; ]]> \ud83d\nnext";

    private static readonly HtmlExportWriter Writer = new(ReportTexts.Of("en"));

    [Fact]
    public async Task Every_value_of_every_row_can_be_read_but_addresses_of_the_interface()
    {
        var page = await ExampleAsync();
        var text = page.Body!.TextContent;
        var times = page.QuerySelectorAll("time").Select(time => DateTimeOffset.Parse(time.GetAttribute("datetime")!, CultureInfo.InvariantCulture)).ToHashSet();

        var missing = ExportRows.Leaves(ExportRows.Example).Where(leaf => !IsThere(leaf, text, times));

        Assert.Empty(missing);
    }

    [Fact]
    public async Task It_is_well_formed_and_asks_nothing_of_anybody()
    {
        var html = await ExportRows.OfExample().WriteAsync(Writer);
        var elements = XDocument.Parse(html).Descendants().ToList();

        Assert.DoesNotContain(elements, element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object" or "form" or "base");
        Assert.DoesNotContain(elements.Attributes(), attribute => attribute.Name.LocalName is "src" or "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(elements.Attributes("href"), link => Assert.StartsWith("#", link.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_policy_lets_in_its_own_style_and_nothing_else()
    {
        var page = await ExampleAsync();
        var style = page.QuerySelector("style")!.TextContent;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));

        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'",
            page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Somebody_who_cannot_see_it_finds_their_way()
    {
        var page = await ExampleAsync();
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        var levels = page.QuerySelectorAll("h1,h2,h3,h4").Select(heading => heading.LocalName[1] - '0').ToList();

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(levels, level => level == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 1, pair.First + 1));
        Assert.All(new[] { "header", "nav", "main", "footer" }, landmark => Assert.Single(page.QuerySelectorAll(landmark)));
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("a"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent));
        Assert.All(page.QuerySelectorAll("th"), head => Assert.Contains(head.GetAttribute("scope"), new[] { "col", "row" }));
        Assert.All(page.QuerySelectorAll("details"), details => Assert.Equal("summary", details.FirstElementChild!.LocalName));
    }

    [Fact]
    public async Task The_timeline_is_said_in_words_and_in_numbers_too()
    {
        var figure = (await ExampleAsync()).QuerySelector("figure")!;

        Assert.Equal(
            "What was recorded, month by month: from March 2026 to June 2026, most in June 2026 with 18 entries. The numbers are in the table below.",
            figure.QuerySelector("svg[role=img]")!.GetAttribute("aria-label"));
        Assert.Equal(["March 2026", "1", "3", "1", "0", "0"], figure.QuerySelectorAll("tbody tr:first-child > *").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Hostile_values_are_texts_and_nothing_more()
    {
        var rows = new ExportRows { Company = Hostile }.Profile("01ADA", "email");
        var value = $"\"{string.Concat(Hostile.Select(character => $"\\u{(int)character:x4}"))}\"";
        foreach (var category in Categories.All)
            rows.Part(0, category, """{~:~,"metric":~,"name":~,"attributes":{"first_name":~,"properties":{~:~}}}""".Replace("~", value, StringComparison.Ordinal));

        var html = await rows.WriteAsync(Writer);
        var page = Parse(html);

        Assert.NotNull(XDocument.Parse(html).Root);
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name == "onload");
        Assert.DoesNotContain(html, character => character is < ' ' and not '\n' or '\u202E' or '\u2066' or '\uFFFE');
        Assert.Contains(@"[U+202E]evil[U+2066] <script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_text_is_cut_in_its_column_and_whole_below()
    {
        var text = new string('x', 100_000);
        var rows = new ExportRows().Profile("01ADA", "email").Part(0, Categories.Lists, $$"""{"name":"{{text}}"}""");

        var page = Parse(await rows.WriteAsync(Writer));

        Assert.Equal(201, page.QuerySelector("main tbody th")!.TextContent.Length);
        Assert.Contains(page.QuerySelectorAll("dd"), detail => detail.TextContent == text);
    }

    [Fact]
    public async Task A_long_table_is_cut_so_that_a_browser_may_skip_what_is_out_of_sight()
    {
        var rows = new ExportRows().Profile("01ADA", "email")
            .Part(0, Categories.Lists, [.. Enumerable.Range(0, 600).Select(index => $$"""{"name":"List {{index}}"}""")]);

        var tables = Parse(await rows.WriteAsync(Writer)).QuerySelectorAll("#lists ~ div table");

        Assert.Equal(
            ["Lists: 600 entries", "Lists: 600 entries, continued", "Lists: 600 entries, continued"],
            tables.Select(table => table.QuerySelector("caption")!.TextContent));
        Assert.Equal([250, 250, 100], tables.Select(table => table.QuerySelectorAll("tbody th").Length));
    }

    [Fact]
    public async Task The_same_parts_make_the_same_bytes() =>
        Assert.Equal(await ExportRows.OfExample().WriteAsync(Writer), await ExportRows.OfExample().WriteAsync(Writer));

    [Fact]
    public async Task A_long_history_passes_through_in_flat_memory()
    {
        const int Events = 200_000;
        var rows = new ExportRows().Profile("01ADA", "email");
        var document = rows.Document() with { Parts = [Some.Part(0, Categories.Events, Events)] };
        var line = """{"metric":"Viewed Product","event":{"type":"event","id":"E","attributes":{"timestamp":1773993600,"event_properties":{"text":"~"}}}}"""
            .Replace("~", new string('x', 300), StringComparison.Ordinal);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var counting = new MeasuredStream(Stream.Null);
        using var events = new RepeatedLines(line, Events, () => GC.GetTotalMemory(forceFullCollection: true) - before);

        await Writer.WriteAsync(new(document, (_, _) => Task.FromResult<Stream>(events)), counting, CancellationToken.None);

        Assert.InRange(counting.Length, Events * 300L, Events * 2_000L);
        Assert.InRange(events.MostMemory, long.MinValue + 1, 20 * 1024 * 1024);
    }

    private static async Task<IHtmlDocument> ExampleAsync() => Parse(await ExportRows.OfExample().WriteAsync(Writer));

    private static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);

    private static bool IsThere(JsonElement leaf, string text, HashSet<DateTimeOffset> times) => leaf.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.True => text.Contains("true", StringComparison.Ordinal),
        JsonValueKind.False => text.Contains("No", StringComparison.Ordinal),
        JsonValueKind.Number => text.Replace(",", "", StringComparison.Ordinal).Contains(SentText.Of(leaf), StringComparison.Ordinal),
        _ => text.Contains(SentText.Of(leaf), StringComparison.OrdinalIgnoreCase) || (SentTime.Of(SentText.Of(leaf)) is { } time && times.Contains(time)) || IsMonth(leaf),
    };

    /// <summary>Months stand as “March 2026”; what the timeline shows has a test of its own.</summary>
    private static bool IsMonth(JsonElement leaf) =>
        DateTime.TryParseExact(SentText.Of(leaf), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
