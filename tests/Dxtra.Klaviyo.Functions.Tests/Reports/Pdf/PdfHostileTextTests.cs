namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class PdfHostileTextTests
{
    [Theory]
    [InlineData("Zoë Müller-Ångström Ζωή Зоя Nguyễn Łódź Ğ ß")]
    [InlineData("李小龍 한글 日本語")]
    [InlineData("😀👩‍👩‍👧🏳️‍🌈")]
    [InlineData("مرحبا שלום\u200Fx\u202Eevil\u202C")]
    [InlineData("(brackets) \\ backslash ) ( <</Type/Catalog>> endstream endobj")]
    [InlineData("ΔΩµ∆Ωμ ‐‑–— nbsp\u00A0here")]
    [InlineData("%PDF-1.7 {{}} % [0 0 R]")]
    public async Task A_text_is_got_back_as_it_was_whether_the_font_has_it_or_not(string text)
    {
        var reading = new PdfReading(await PdfReports.WriteAsync(async report =>
        {
            await report.HeadingAsync(1, text, "first", default);
            await report.ParagraphAsync(text, default);
            await report.TableAsync(new("", ["A"]), OneAsync(new([text], [new(text, text)])), default);
        }));

        Assert.Equal([text], reading.Texts("H1"));
        Assert.Contains(text, reading.Texts("P"));
        Assert.Contains($"{text}:\u00A0{text}", reading.Texts("TD"));
        Assert.True(reading.Document.TryGetBookmarks(out var bookmarks));
        Assert.Equal(text, bookmarks.Roots[0].Title);
    }

    [Fact]
    public async Task A_character_that_the_font_lacks_is_seen_as_a_box()
    {
        var reading = new PdfReading(await PdfReports.WriteAsync(report => report.ParagraphAsync("A龍", default)));

        var letters = reading.Pages[^1].Letters;
        Assert.Equal("龍", letters[1].Value);
        Assert.True(letters[1].Width > 4, "The box has no width.");
    }

    [Fact]
    public async Task Control_characters_and_halves_of_characters_show_that_something_was_there()
    {
        var reading = new PdfReading(await PdfReports.WriteAsync(report => report.ParagraphAsync("a\0b\u0007c\ud800d\tе", default)));

        Assert.Equal("a\uFFFDb\uFFFDc\uFFFDd е", reading.Texts("P")[^1]);
    }

    [Fact]
    public async Task A_line_break_in_a_text_breaks_the_line()
    {
        var reading = new PdfReading(await PdfReports.WriteAsync(report => report.ParagraphAsync("one\r\ntwo\nthree", default)));

        Assert.Equal("one two three", reading.Texts("P")[^1]);
        Assert.Equal(3, reading.Pages[^1].Letters.TakeWhile(letter => letter.Value != "/").Where(letter => char.IsAsciiLetter(letter.Value[0])).Select(letter => letter.StartBaseLine.Y).Distinct().Count());
    }

    [Fact]
    public async Task A_text_of_a_hundred_thousand_characters_without_a_space_runs_over_pages_within_the_margins()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i:00000}"));

        var reading = new PdfReading(await PdfReports.WriteAsync(report =>
            report.TableAsync(new("Long", ["Name", "Value"], "Details"), OneAsync(new(["short", text], [new("Again", text)])), default)));

        Assert.Equal([text, $"Again:\u00A0{text}"], reading.Texts("TD")[^2..]);
        Assert.True(reading.Document.NumberOfPages > 10);
        Assert.All(reading.Pages, page => Assert.All(page.Letters, letter => Assert.InRange(letter.BoundingBox.Right, 50, 545)));
        Assert.All(reading.Pages, page => Assert.All(page.Letters, letter => Assert.InRange(letter.StartBaseLine.Y, 20, 800)));
    }

    [Fact]
    public async Task Every_part_may_be_longer_than_a_page()
    {
        var text = string.Concat(Enumerable.Repeat("words and words ", 700));
        var cover = new ReportCover("en", text, text, [new(text, text)], text, [new(text, "first")], text);

        var reading = new PdfReading(await PdfReports.WriteAsync(
            async report =>
            {
                await report.HeadingAsync(1, text, "first", default);
                await report.NoticeAsync(text, default);
                await report.BulletsAsync([text], default);
                await report.TableAsync(new(text, [text, text], text), OneAsync(new([text, text], [])), default);
                await report.TimelineAsync(new(text, text, [text], [new(text, [1])]), default);
            },
            cover));

        Assert.Equal(["1"], reading.Texts("TD")[^1..]);
        Assert.All(reading.Texts("H1", "Notice", "LBody", "TD")[..^1], read => Assert.Equal(text, read));
        Assert.All(reading.Texts("TH", "Caption"), read => Assert.Equal(text, read));
    }

    [Fact]
    public async Task A_row_with_fewer_cells_than_columns_leaves_the_rest_empty()
    {
        var reading = new PdfReading(await PdfReports.WriteAsync(report =>
            report.TableAsync(new("", ["A", "B", "C"]), OneAsync(new(["only"], [])), default)));

        Assert.Equal(["", ""], reading.Texts("TD")[^2..]);
    }

    private static async IAsyncEnumerable<ReportRow> OneAsync(ReportRow row)
    {
        await Task.CompletedTask;
        yield return row;
    }
}
