using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(AloneTests.Name)]
public sealed class PartWriterTests
{
    [Fact]
    public async Task Each_row_is_a_line_and_rows_and_pages_are_counted()
    {
        var (writer, text) = await WriteAsync([Page("""{"a":1}""", """{"a":2}"""), Page(), Page("""{"a":3}""")]);

        Assert.Equal("{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n", text);
        Assert.Equal((3, 3), (writer.Rows, writer.Pages));
    }

    [Fact]
    public async Task Nothing_at_all_is_an_empty_part()
    {
        var (writer, text) = await WriteAsync([]);

        Assert.Equal(("", 0, 0), (text, writer.Rows, writer.Pages));
    }

    [Theory]
    [InlineData("{ \"a\" :\r\n [ 1 ,\n 2 ] }", """{"a":[1,2]}""")]
    [InlineData("""{"a":"one\ntwo\r\u2028three"}""", null)]
    [InlineData("""{"a":"\"quoted\" \\ and \/"}""", """{"a":"\"quoted\" \\ and /"}""")]
    [InlineData("""{"a":"Zo\u00eb 小明 <b>&"}""", """{"a":"Zoë 小明 <b>&"}""")]
    [InlineData("""{"a":1.50,"b":1e400,"c":12345678901234567890}""", """{"a":1.50,"b":1e400,"c":12345678901234567890}""")]
    [InlineData("""{"a":1,"a":2}""", """{"a":1,"a":2}""")]
    [InlineData("""{"a":"half \ud83d"}""", """{"a":"half \ud83d"}""")]
    [InlineData("{\n\"a\":\r\n\"half \\ude00\"}", "{ \"a\":  \"half \\ude00\"}")]
    public async Task A_row_is_one_line_with_the_same_meaning(string row, string? expected)
    {
        var (_, text) = await WriteAsync([Page(row)]);

        Assert.Equal(1, text.Count(letter => letter is '\n' or '\r'));
        if (expected is not null)
            Assert.Equal(expected + "\n", text);
        else
            Assert.True(JsonElement.DeepEquals(JsonElement.Parse(row), JsonElement.Parse(text)));
    }

    [Fact]
    public async Task A_row_may_nest_as_deep_as_the_client_reads()
    {
        var row = Deep(250);

        Assert.Equal(row + "\n", (await WriteAsync([new([RowBytes.Of(JsonElement.Parse(row, new JsonDocumentOptions { MaxDepth = 256 }))])])).Text);
    }

    [Fact]
    public async Task Any_text_comes_back() => await Gen.String.Where(IsWhole).SampleAsync(async value =>
    {
        var (_, text) = await WriteAsync([new([RowBytes.Of(JsonSerializer.SerializeToElement(new { value }))])]);
        return text.Count('\n') == 1 && JsonElement.Parse(text).GetProperty("value").GetString() == value;
    }, iter: 200);

    [Fact]
    public async Task A_large_stream_goes_through_in_flat_memory()
    {
        var row = RowBytes.Of(JsonElement.Parse($$"""{"text":"{{new string('x', 1000)}}"}"""));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;

        async IAsyncEnumerable<PartPage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (var page = 0; page < 100; page++)
            {
                await Task.CompletedTask;
                yield return new([.. Enumerable.Repeat(row, 1000)]);
                if (page % 25 == 24)
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        var counting = new MeasuredStream(Stream.Null);
        var writer = new PartWriter(PagesAsync());
        await writer.WriteAsync(counting, CancellationToken.None);

        Assert.Equal((100_000, 100_000 * 1012L), (writer.Rows, counting.Length));
        Assert.InRange(most, long.MinValue, 20 * 1024 * 1024);
    }

    private static string Deep(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);

    private static bool IsWhole(string text) => text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar) && !text.Any(char.IsSurrogate);

    private static PartPage Page(params string[] rows) => new([.. rows.Select(row => RowBytes.Of(JsonElement.Parse(row)))]);

    private static async Task<(PartWriter Writer, string Text)> WriteAsync(IReadOnlyList<PartPage> pages)
    {
        var writer = new PartWriter(pages.ToAsyncEnumerable());
        using var stream = new MemoryStream();
        await writer.WriteAsync(stream, CancellationToken.None);
        return (writer, Encoding.UTF8.GetString(stream.ToArray()));
    }
}
