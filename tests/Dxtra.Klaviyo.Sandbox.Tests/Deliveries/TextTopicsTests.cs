using Dxtra.Klaviyo.Sandbox.Deliveries;

namespace Dxtra.Klaviyo.Sandbox.Tests.Deliveries;

public sealed class TextTopicsTests
{
    [Theory]
    [InlineData("event:klaviyo.received_sms", "event:klaviyo.received_text_message")]
    [InlineData("event:klaviyo.subscribed_to_sms_marketing", "event:klaviyo.subscribed_to_text_messaging_marketing")]
    [InlineData("event:klaviyo.opened_email", null)]
    public void Text_messages_have_two_names(string topic, string? other)
    {
        Assert.Equal(other, TextTopics.OtherNameOf(topic));
        Assert.Equal(other is null ? null : topic, TextTopics.OtherNameOf(other ?? topic));
    }
}
