namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class DidTests
{
    [Theory]
    [InlineData("did:dep:0f1e2d3c")]
    [InlineData("did:web:example.com")]
    [InlineData("did:web:localhost%3A8443:users:ada")]
    [InlineData("did:example:a_b-c.d")]
    [InlineData("did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK")]
    [InlineData("did:x:a::b")]
    public void These_are_DIDs(string text) => Assert.True(Did.IsValid(text));

    [Theory]
    [InlineData("")]
    [InlineData("did")]
    [InlineData("did:")]
    [InlineData("did:dep")]
    [InlineData("did:dep:")]
    [InlineData("did::abc")]
    [InlineData("did:DEP:abc")]
    [InlineData("DID:dep:abc")]
    [InlineData("did:dep:abc:")]
    [InlineData("did:dep:a/b")]
    [InlineData("did:dep:a#key-1")]
    [InlineData("did:dep:a?x=1")]
    [InlineData("did:dep:a b")]
    [InlineData("did:dep:abc\n")]
    [InlineData(" did:dep:abc")]
    [InlineData("did:dep:%zz")]
    [InlineData("did:dep:%4")]
    [InlineData("did:dep:é")]
    [InlineData("urn:dep:abc")]
    public void These_are_none(string text) => Assert.False(Did.IsValid(text));

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void A_DID_has_256_characters_at_most(int length, bool valid) =>
        Assert.Equal(valid, Did.IsValid("did:dep:" + new string('a', length - 8)));

    [Fact]
    public void A_long_text_that_is_none_is_refused_without_long_thought() =>
        Assert.False(Did.IsValid("did:dep:" + string.Concat(Enumerable.Repeat("%41:", 60)) + "!"));
}
