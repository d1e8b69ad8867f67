using System.Text;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class WebhookSignatureTests
{
    private const string Secret = "0123456789abcdef";
    private const string Timestamp = "Thu, 04 Jan 2024 18:05:25 GMT";

    /// <summary>As openssl has it over the body and, right behind it, the header's text.</summary>
    private const string Signature = "8c1a178bb86b46b7d58651beb3ae5e563bb4c97c3c85a1e1a86f2ad184be0850";

    private static readonly byte[] Body = """{"data":[]}"""u8.ToArray();

    [Fact]
    public void A_signature_is_over_the_body_and_then_the_header() => Assert.True(WebhookSignature.IsRight(Body, Timestamp, Signature, [Secret]));

    [Fact]
    public void Any_of_the_valid_secrets_will_do() => Assert.True(WebhookSignature.IsRight(Body, Timestamp, Signature, ["another-secret-16", Secret]));

    [Theory]
    [InlineData("")]
    [InlineData("8c1a178b")]
    [InlineData("9c1a178bb86b46b7d58651beb3ae5e563bb4c97c3c85a1e1a86f2ad184be0850")]
    [InlineData("jBoXi7hrRrfVhlG+s65eVju0yXw8haHhqG8q0YS+CFA=")]
    [InlineData("sha256=8c1a178bb86b46b7d58651beb3ae5e563bb4c97c3c85a1e1a86f2ad184be0850")]
    public void Another_one_is_not_right(string signature) => Assert.False(WebhookSignature.IsRight(Body, Timestamp, signature, [Secret]));

    [Fact]
    public void Other_bytes_another_time_and_another_secret_have_another()
    {
        Assert.False(WebhookSignature.IsRight("""{"data": []}"""u8, Timestamp, Signature, [Secret]));
        Assert.False(WebhookSignature.IsRight(Body, "Thu, 04 Jan 2024 18:05:26 GMT", Signature, [Secret]));
        Assert.False(WebhookSignature.IsRight(Body, Timestamp, Signature, ["another-secret-16"]));
        Assert.False(WebhookSignature.IsRight(Encoding.UTF8.GetBytes(Timestamp), Encoding.UTF8.GetString(Body), Signature, [Secret]));
    }

    [Fact]
    public void Without_secrets_nothing_is_right() => Assert.False(WebhookSignature.IsRight(Body, Timestamp, Signature, []));
}
