using System.Text;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class SystemMessagesTests
{
    [Fact]
    public void Events_are_read_with_all_that_they_name()
    {
        var message = SystemMessages.Read(Encoding.UTF8.GetBytes(Examples.Read("webhooks/delivery.json")))!;

        Assert.Equal((2, 1, 1, ConsentWay.Webhook), (message.Events.Count, message.Unreadable, message.Unknown, message.Way));
        var first = message.Events[0];
        Assert.Equal(("5VwVYGmKpXc", Deliveries.Unsubscribed, "UaJKqN", "01GDDKASAP8TKDDA2GRZDSVP4H"), (first.Id, first.Topic, first.MetricId, first.ProfileId));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), first.At);
        Assert.Equal("Preference Page", first.Properties.Text("Method"));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795420801), message.Events[1].At);
        Assert.Null(message.Events[1].MetricId);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"data":{"topic":"event:klaviyo.bounced_email"}}""")]
    public void What_is_no_delivery_is_none(string text) => Assert.Null(SystemMessages.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("3")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"topic":[]}""")]
    [InlineData("""{"topic":"event:klaviyo.bounced_email","payload":"text"}""")]
    [InlineData("""{"topic":"event:klaviyo.bounced_email","payload":{"data":{"attributes":{"timestamp":99999999999999},"relationships":[]}}}""")]
    public void An_event_that_says_too_little_is_counted(string one)
    {
        var message = SystemMessages.Read(Encoding.UTF8.GetBytes($$"""{"data":[{{one}}]}"""))!;

        Assert.Equal((0, 1, 0), (message.Events.Count, message.Unreadable, message.Unknown));
    }

    [Fact]
    public void An_event_without_an_id_has_the_same_one_each_time()
    {
        var text = Encoding.UTF8.GetString(Deliveries.Body(Some.Now, Deliveries.Event("e1"))).Replace("\"external_id\":\"e1\",", "", StringComparison.Ordinal).Replace("\"id\":\"e1\",", "", StringComparison.Ordinal);

        var (one, other) = (SystemMessages.Read(Encoding.UTF8.GetBytes(text))!, SystemMessages.Read(Encoding.UTF8.GetBytes(text))!);

        Assert.StartsWith("sha256-", one.Events.Single().Id, StringComparison.Ordinal);
        Assert.Equal(one.Events.Single().Id, other.Events.Single().Id);
    }
}
