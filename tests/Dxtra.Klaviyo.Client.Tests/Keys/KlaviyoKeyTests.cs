using System.Text.Json;

namespace Dxtra.Klaviyo.Client.Tests;

public class KlaviyoKeyTests
{
    [Theory]
    [InlineData("pk_0123456789abcdef0123456789abcdef01")]
    [InlineData("pk_AbC-123_x")]
    [InlineData("pk_a")]
    public void A_prefix_and_safe_characters_of_any_length_make_a_key(string text)
    {
        Assert.True(KlaviyoKey.TryParse(text, out var key, out var problem));
        Assert.Equal(KlaviyoKeyProblem.None, problem);
        Assert.Equal(text, key.Reveal());
    }

    [Theory]
    [InlineData(null, KlaviyoKeyProblem.Empty)]
    [InlineData("", KlaviyoKeyProblem.Empty)]
    [InlineData("  ", KlaviyoKeyProblem.Whitespace)]
    [InlineData("pk_abc\n", KlaviyoKeyProblem.Whitespace)]
    [InlineData("pk_abc def", KlaviyoKeyProblem.Whitespace)]
    [InlineData("AbC123", KlaviyoKeyProblem.PublicKey)]
    [InlineData("AbC1234", KlaviyoKeyProblem.NotPrivate)]
    [InlineData("PK_0123456789", KlaviyoKeyProblem.NotPrivate)]
    [InlineData("pk_", KlaviyoKeyProblem.BadCharacters)]
    [InlineData("pk_abc\u0000", KlaviyoKeyProblem.BadCharacters)]
    [InlineData("pk_äbc", KlaviyoKeyProblem.BadCharacters)]
    public void What_cannot_be_a_key_is_refused_with_the_reason(string? text, KlaviyoKeyProblem reason)
    {
        Assert.False(KlaviyoKey.TryParse(text, out var key, out var problem));
        Assert.Null(key);
        Assert.Equal(reason, problem);
    }

    [Fact]
    public void Printing_or_serialising_a_key_shows_its_last_four_characters_alone()
    {
        Assert.Equal("pk_…99z9", TestClient.Key.ToString());
        Assert.Equal("""{"Hint":"99z9"}""", JsonSerializer.Serialize(TestClient.Key));
    }

    [Fact]
    public void A_key_too_short_to_hide_the_rest_shows_no_characters()
    {
        Assert.True(KlaviyoKey.TryParse("pk_1234567", out var key, out _));
        Assert.Equal("pk_…", key.ToString());
    }
}
