using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class CursorTests
{
    [Fact]
    public void A_token_comes_back_from_its_cursor() => Gen.String[Gen.Char.AlphaNumeric, 1, 200].Sample(token =>
        Cursor.TryDecode(Cursor.Encode(token), out var decoded) && decoded == token);

    [Fact]
    public void A_cursor_fits_a_query_string_as_it_is() => Gen.String[1, 100].Where(text => !text.Any(char.IsSurrogate)).Sample(token =>
        Cursor.Encode(token)!.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));

    [Fact]
    public void The_last_page_has_no_cursor()
    {
        Assert.Null(Cursor.Encode(null));
        Assert.Null(Cursor.Encode(""));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("!")]
    [InlineData("a+b/")]
    [InlineData("bm9uc2Vuc2U")]
    public void What_no_answer_gave_is_no_cursor(string text) => Assert.False(Cursor.TryDecode(text, out _));
}
