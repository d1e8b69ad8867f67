namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class TableKeysTests
{
    [Theory]
    [InlineData("7ZABC", true)]
    [InlineData("did:dep:c0ffee", true)]
    [InlineData("it's", true)]
    [InlineData("", false)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a#b", false)]
    [InlineData("a?b", false)]
    [InlineData("a\tb", false)]
    [InlineData("a\u0085b", false)]
    public void Keys_are_what_a_table_takes(string key, bool valid) => Assert.Equal(valid, TableKeys.IsValid(key));

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void A_key_has_512_characters_at_most(int length, bool valid) => Assert.Equal(valid, TableKeys.IsValid(new string('a', length)));
}
