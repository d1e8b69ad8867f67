using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Deliveries;

/// <summary>A sandbox whose plan has webhooks, a receiver, and a person.</summary>
internal sealed class HookedSandbox : IAsyncDisposable
{
    public const string Secret = "a-secret-of-the-tests";
    public const string Unsubscribed = "event:klaviyo.unsubscribed_from_email_marketing";

    private HookedSandbox(RunningSandbox sandbox, Receiver receiver, string person) => (Sandbox, Receiver, Person) = (sandbox, receiver, person);

    public RunningSandbox Sandbox { get; }

    public Receiver Receiver { get; }

    /// <summary>Subscribed to e-mail and text messages.</summary>
    public string Person { get; }

    public static async Task<HookedSandbox> StartAsync(bool advancedKdp = true)
    {
        var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { RateLimits = false, AdvancedKdp = advancedKdp });
        return new HookedSandbox(sandbox, await Receiver.StartAsync(), await MakeAsync(sandbox, "person@example.com"));
    }

    public static Task<string> MakeAsync(RunningSandbox sandbox, string email) => sandbox.MakeAsync(
        $$"""{"attributes":{"email":"{{email}}","first_name":"Anna"},"consent":{"email":"SUBSCRIBED","sms":"SUBSCRIBED"},"lists":["Newsletter"]}""");

    /// <returns>The webhook's id.</returns>
    public async Task<string> RegisterAsync(params string[] topics)
    {
        var (status, body) = await Sandbox.SendAsync(HttpMethod.Post, "/api/webhooks", $$"""
            {"data":{"type":"webhook","attributes":{"name":"Tests","endpoint_url":"{{Receiver.Address}}","secret_key":"{{Secret}}"},
             "relationships":{"webhook-topics":{"data":[{{string.Join(',', topics.Select(topic => $$"""{"type":"webhook-topic","id":"{{topic}}"}"""))}}]} } } }
            """);
        Assert.True(status == 201, body);
        return (string)JsonNode.Parse(body)!["data"]!["id"]!;
    }

    public Task SetAsync(object settings) => Sandbox.ControlAsync(HttpMethod.Put, "/sandbox/deliveries/settings", settings);

    /// <returns>The ids of the events that came of it.</returns>
    public async Task<IReadOnlyList<string>> ActAsync(params object[] acts) =>
        [.. (await Sandbox.ControlAsync(HttpMethod.Post, "/sandbox/acts", new { acts }))["eventIds"]!.AsArray().Select(id => (string)id!)];

    /// <summary>Orders, each an event of the topic <c>event:shopify.placed_order</c>.</summary>
    public async Task<IReadOnlyList<string>> OrderAsync(int count) =>
        [.. (await Sandbox.ControlAsync(HttpMethod.Post, $"/sandbox/people/{Person}/events", new
        {
            events = Enumerable.Repeat(new { metric = "Placed Order" }, count),
        }))["eventIds"]!.AsArray().Select(id => (string)id!)];

    public Task<JsonNode> DeliveriesAsync() => Sandbox.ControlAsync(HttpMethod.Get, "/sandbox/deliveries?limit=100");

    /// <summary>Waits until nothing is on its way, and so many deliveries have come to an end.</summary>
    public async Task<JsonNode> SettledAsync(int count)
    {
        JsonNode deliveries = new JsonObject();
        await Until.TrueAsync(async () =>
        {
            deliveries = await DeliveriesAsync();
            return (int)deliveries["waiting"]! == 0 && (int)deliveries["accepted"]! + (int)deliveries["givenUp"]! >= count;
        });
        return deliveries;
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
