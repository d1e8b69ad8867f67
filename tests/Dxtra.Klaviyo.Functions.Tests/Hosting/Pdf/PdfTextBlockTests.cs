using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class PdfTextBlockTests
{
    private static readonly PdfFonts Fonts = new();

    [Theory]
    [InlineData("one two three", "one two |three")]
    [InlineData("a\nb", "a\n|b")]
    [InlineData("a\n\nb\n", "a\n|\n|b\n")]
    [InlineData("see example.com/aaaaaa", "see |example.|com/|aaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaa|aaaaaaaa|aaaa")]
    [InlineData("aaaaaaa     bbb", "aaaaaaa     |bbb")]
    [InlineData("", "")]
    public void Lines_end_at_spaces_else_after_punctuation_else_anywhere(string text, string expected)
    {
        var block = new PdfTextBlock(Fonts).Add(text, PdfFonts.Regular).Break(width: 48, size: 10);

        Assert.Equal(expected, string.Join('|', block.Lines.Select(line => text[line.Start..line.End])));
    }

    [Fact]
    public void A_mark_that_is_not_seen_stays_with_its_character()
    {
        var text = string.Concat(Enumerable.Repeat("a\u200D", 40));

        var block = new PdfTextBlock(Fonts).Add(text, PdfFonts.Regular).Break(width: 48, size: 10);

        Assert.All(block.Lines, line => Assert.Equal('a', text[line.Start]));
    }

    [Fact]
    public void No_line_is_wider_than_there_is_room()
    {
        var text = string.Join(' ', Enumerable.Range(0, 500).Select(i => new string((char)('a' + i % 26), i % 17)));

        var block = new PdfTextBlock(Fonts).Add(text, PdfFonts.Bold).Break(width: 60, size: 9);

        Assert.All(block.Lines, line => Assert.InRange(line.Width * 9 / 1000.0, 0, 60));
        Assert.Equal(text, string.Concat(block.Lines.Select(line => text[line.Start..line.End])));
    }
}
