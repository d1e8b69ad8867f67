using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class RowBytesTests
{
    [Fact]
    public void A_row_that_is_made_while_another_one_is_made_disturbs_neither()
    {
        var inner = ReadOnlyMemory<byte>.Empty;

        var outer = RowBytes.Of(json =>
        {
            json.WriteString("before", "outer");
            inner = RowBytes.Of(nested => nested.WriteString("row", "inner"));
            json.WriteString("after", "outer");
        });

        Assert.Equal("""{"row":"inner"}""", Text(inner));
        Assert.Equal("""{"before":"outer","after":"outer"}""", Text(outer));
    }

    [Fact]
    public void Rows_stay_as_they_are_when_more_are_made()
    {
        var rows = Enumerable.Range(0, 100).Select(number => RowBytes.Of(json => json.WriteNumber("number", number))).ToList();

        Assert.Equal(Enumerable.Range(0, 100).Select(number => $$"""{"number":{{number}}}"""), rows.Select(Text));
    }

    [Fact]
    public void After_a_row_of_a_megabyte_and_one_that_failed_the_next_one_is_whole()
    {
        var large = RowBytes.Of(json => json.WriteString("text", new string('x', 1024 * 1024)));
        Assert.Throws<InvalidOperationException>(() => RowBytes.Of(json =>
        {
            json.WriteString("half", "a row");
            throw new InvalidOperationException();
        }));

        Assert.Equal("""{"text":"short"}""", Text(RowBytes.Of(json => json.WriteString("text", "short"))));
        Assert.Equal((1024 * 1024) + """{"text":""}""".Length, large.Length);
    }

    [Theory]
    [InlineData("""{"a":1,"b":[true,null,"x"]}""")]
    [InlineData("""{"script":"Łódź 小明 عمر 😀","quote":"\"\\"}""")]
    public void What_Klaviyo_sent_is_what_stands_in_the_row(string sent)
    {
        var row = Text(RowBytes.Of(Parse(sent)));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(sent), JsonNode.Parse(row)));
    }

    [Fact]
    public void Numbers_keep_every_digit()
    {
        const string sent = """{"long":1234567890.12345678901234567890,"tiny":1e-400,"zeros":42.50}""";

        Assert.Equal(sent, Text(RowBytes.Of(Parse(sent))));
    }

    [Fact]
    public void However_it_was_laid_out_equal_data_is_equal_bytes_on_one_line()
    {
        const string laidOut = "{\n  \"a\": 1,\r\n\t\"b\": \"two\\nlines\"\n}";

        Assert.Equal("""{"a":1,"b":"two\nlines"}""", Text(RowBytes.Of(Parse(laidOut))));
    }

    [Fact]
    public void A_text_that_was_cut_within_a_character_is_passed_on_on_one_line()
    {
        const string cut = "{\n \"text\":\n \"cut \\ud83d\"}";

        var row = Text(RowBytes.Of(Parse(cut)));

        Assert.DoesNotContain('\n', row);
        Assert.Contains("\"cut \\ud83d\"", row, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, Parse(row).ValueKind);
    }

    [Fact]
    public void What_was_not_sent_is_null()
    {
        Assert.Equal("""{"a":null,"b":null}""", Text(RowBytes.Of(json =>
        {
            json.Write("a", (JsonElement?)null);
            json.Write("b", default(JsonElement));
        })));
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static string Text(ReadOnlyMemory<byte> row) => Encoding.UTF8.GetString(row.Span);
}
