using System.Text;
using Dxtra.Klaviyo.Sandbox.Deliveries;

namespace Dxtra.Klaviyo.Sandbox.Tests.Deliveries;

public sealed class WebhookSignatureTests
{
    [Fact]
    public void Body_and_header_are_signed_as_one_text() => Assert.Equal(
        // printf '%s' '{"data":[]}Thu, 04 Jan 2024 18:05:25 GMT' | openssl dgst -sha256 -hmac 0123456789abcdef
        "8c1a178bb86b46b7d58651beb3ae5e563bb4c97c3c85a1e1a86f2ad184be0850",
        WebhookSignature.Of("0123456789abcdef", Encoding.UTF8.GetBytes("""{"data":[]}"""), "Thu, 04 Jan 2024 18:05:25 GMT"));

    [Fact]
    public void The_header_is_five_hours_ahead() => Assert.Equal(
        "Thu, 04 Jan 2024 18:05:25 GMT",
        WebhookSignature.TimestampHeader(new DateTimeOffset(2024, 1, 4, 13, 5, 25, TimeSpan.Zero), rightClock: false));
}
