using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Resources;

public sealed class WebhookTests : IAsyncLifetime
{
    private RunningSandbox _sandbox = null!;

    public async Task InitializeAsync() =>
        _sandbox = await RunningSandbox.StartAsync(new SandboxOptions { RateLimits = false, AdvancedKdp = true });

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_webhook_lives_from_creation_over_change_to_deletion()
    {
        var (status, created) = await SendAsync(HttpMethod.Post, "/api/webhooks", Body("https://dxtra.example.com/hook?token=1"));
        var id = (string)created!["data"]!["id"]!;
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("https://dxtra.example.com/*****", (string?)created["data"]!["attributes"]!["endpoint_url"]);
        Assert.DoesNotContain("secret", created.ToJsonString(), StringComparison.Ordinal);

        var (_, changed) = await SendAsync(
            HttpMethod.Patch, $"/api/webhooks/{id}", $$"""{"data":{"type":"webhook","id":"{{id}}","attributes":{"enabled":false} } }""");
        Assert.False((bool)changed!["data"]!["attributes"]!["enabled"]!);
        var document = await _sandbox.GetAsync($"/api/webhooks/{id}?include=webhook-topics");
        Assert.Equal("event:klaviyo.received_email", (string?)Assert.Single(document["included"]!.AsArray())!["id"]);

        var (deleted, _) = await SendAsync(HttpMethod.Delete, $"/api/webhooks/{id}", null);
        Assert.Equal(HttpStatusCode.NoContent, deleted);
        await _sandbox.GetErrorAsync($"/api/webhooks/{id}", 404);
        Assert.Empty((await _sandbox.GetAsync("/api/webhooks"))["data"]!.AsArray());
    }

    [Theory]
    [InlineData("http://dxtra.example.com/hook", "0123456789abcdef", "event:klaviyo.received_email")]
    [InlineData("no address", "0123456789abcdef", "event:klaviyo.received_email")]
    [InlineData("https://dxtra.example.com/hook", "short", "event:klaviyo.received_email")]
    [InlineData("https://dxtra.example.com/hook", "0123456789abcdef", "profile.created")]
    public async Task A_webhook_with_a_bad_part_is_refused(string url, string secret, string topic)
    {
        var (status, _) = await SendAsync(HttpMethod.Post, "/api/webhooks", Body(url, secret, topic));

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Topics_hold_both_names_of_text_messages_and_the_metrics_of_the_shop()
    {
        var topics = (await _sandbox.GetAsync("/api/webhook-topics")).Ids();

        Assert.Contains("event:klaviyo.received_sms", topics);
        Assert.Contains("event:klaviyo.received_text_message", topics);
        Assert.Contains("event:shopify.placed_order", topics);
        Assert.Equal("event:klaviyo.received_sms", (string?)(await _sandbox.GetAsync("/api/webhook-topics/event:klaviyo.received_sms"))["data"]!["id"]);
    }

    private static string Body(string url, string secret = "0123456789abcdef", string topic = "event:klaviyo.received_email") => $$"""
        {"data":{"type":"webhook","attributes":{"name":"Dxtra","endpoint_url":"{{url}}","secret_key":"{{secret}}"},
        "relationships":{"webhook-topics":{"data":[{"type":"webhook-topic","id":"{{topic}}"}]} } } }
        """;

    private async Task<(HttpStatusCode Status, JsonNode? Document)> SendAsync(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/vnd.api+json");
        using var response = await _sandbox.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
