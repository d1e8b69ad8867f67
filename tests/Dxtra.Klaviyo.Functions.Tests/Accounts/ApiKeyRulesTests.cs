namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ApiKeyRulesTests
{
    [Theory]
    [InlineData(Some.ApiKey)]
    [InlineData(" " + Some.ApiKey + "\n")]
    public void A_private_key_is_taken_with_what_was_pasted_around_it(string text) =>
        Assert.Equal(Some.ApiKey, ApiKeyRules.Check(text, new())?.Reveal());

    [Theory]
    [InlineData(null, "Paste")]
    [InlineData("", "Paste")]
    [InlineData("  ", "Paste")]
    [InlineData("AbC123", "public key")]
    [InlineData("sk_1234567890abcdef", "begins with pk_")]
    [InlineData("pk_1234 567890abcdef", "white space")]
    [InlineData("pk_12345\u200b67890abcdef", "characters")]
    [InlineData("pk_", "characters")]
    public void Anything_else_is_refused_with_advice_that_does_not_repeat_it(string? text, string advice)
    {
        var errors = new FieldErrors();

        Assert.Null(ApiKeyRules.Check(text, errors));

        var (field, sentences) = Assert.Single(errors.ToProblem().Errors!);
        var said = Assert.Single(sentences);
        Assert.Equal("apiKey", field);
        Assert.Contains(advice, said, StringComparison.Ordinal);
        Assert.False(text?.Trim().Length > 3 && said.Contains(text.Trim(), StringComparison.Ordinal));
    }
}
