using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class HtmlExportWriterTests
{
    private static readonly HtmlExportWriter Writer = new(ReportTexts.Of("en"));

    [Fact]
    public async Task Every_value_of_every_row_can_be_read()
    {
        var page = Parse(await ExportRows.OfExample().WriteAsync(Writer));
        var text = page.Body!.TextContent;
        var times = page.QuerySelectorAll("time").Select(time => DateTimeOffset.Parse(time.GetAttribute("datetime")!, CultureInfo.InvariantCulture)).ToHashSet();

        var missing = LeavesOf(ExportRows.Example).Where(leaf => !IsThere(leaf, text, times));

        Assert.Empty(missing);
    }

    [Fact]
    public async Task The_same_parts_make_the_same_bytes() =>
        Assert.Equal(await ExportRows.OfExample().WriteAsync(Writer), await ExportRows.OfExample().WriteAsync(Writer));

    private static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);

    private static bool IsThere(JsonElement leaf, string text, HashSet<DateTimeOffset> times) => leaf.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.True => text.Contains("true", StringComparison.Ordinal),
        JsonValueKind.False => text.Contains("No", StringComparison.Ordinal),
        _ => text.Contains(SentText.Of(leaf), StringComparison.OrdinalIgnoreCase) || (SentTime.Of(SentText.Of(leaf)) is { } time && times.Contains(time)),
    };

    private static IEnumerable<JsonElement> LeavesOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => LeavesOf(property.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(LeavesOf),
        _ => [value],
    };
}
