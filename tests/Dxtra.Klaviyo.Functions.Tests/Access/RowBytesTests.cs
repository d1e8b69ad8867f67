using System.Text;

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

    private static string Text(ReadOnlyMemory<byte> row) => Encoding.UTF8.GetString(row.Span);
}
