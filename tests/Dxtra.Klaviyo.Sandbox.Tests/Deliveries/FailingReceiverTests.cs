using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Tests.Deliveries;

public sealed class FailingReceiverTests : IAsyncLifetime
{
    private const string Ordered = "event:shopify.placed_order";
    private HookedSandbox _hooked = null!;

    public async Task InitializeAsync() => _hooked = await HookedSandbox.StartAsync();

    public async Task DisposeAsync() => await _hooked.DisposeAsync();

    [Fact]
    public async Task A_delivery_that_fails_is_tried_again_until_it_gets_through()
    {
        await _hooked.RegisterAsync(Ordered);
        await _hooked.SetAsync(new { compression = 3600 });
        _hooked.Receiver.Answer = number => number < 4 ? 503 : 202;
        await _hooked.OrderAsync(1);
        var delivery = Assert.Single((await _hooked.SettledAsync(1))["deliveries"]!.AsArray())!;

        Assert.Equal("accepted", (string?)delivery["state"]);
        Assert.Equal([503, 503, 503, 202], delivery["attempts"]!.AsArray().Select(attempt => (int)attempt!["status"]!));
        Assert.Single(_hooked.Receiver.Letters.SelectMany(letter => letter.EventIds).Distinct());
    }

    [Theory]
    [InlineData(false, "waiting")]
    [InlineData(true, "accepted")]
    public async Task No_content_is_no_answer_unless_it_is_set_to_be(bool accepted, string state)
    {
        await _hooked.RegisterAsync(Ordered);
        await _hooked.SetAsync(new { noContentAccepted = accepted });
        _hooked.Receiver.Answer = _ => 204;
        await _hooked.OrderAsync(1);
        var delivery = await AttemptedAsync();

        Assert.Equal(state, (string?)delivery["state"]);
        Assert.Equal(204, (int)delivery["attempts"]![0]!["status"]!);
    }

    [Fact]
    public async Task A_receiver_that_answers_too_late_has_failed()
    {
        await _hooked.RegisterAsync(Ordered);
        await _hooked.SetAsync(new { answerMilliseconds = 100 });
        _hooked.Receiver.Delay = TimeSpan.FromSeconds(2);
        await _hooked.OrderAsync(1);

        Assert.Equal("timeout", (string?)(await AttemptedAsync())["attempts"]![0]!["problem"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_later_attempt_is_signed_anew_unless_it_is_to_keep_its_time(bool keeps)
    {
        await _hooked.RegisterAsync(Ordered);
        await _hooked.SetAsync(new { compression = 40, retriesKeepTime = keeps });
        _hooked.Receiver.Answer = number => number == 1 ? 500 : 202;
        await _hooked.OrderAsync(1);
        await _hooked.SettledAsync(1);

        var (first, second) = (_hooked.Receiver.Letters[0], _hooked.Receiver.Letters[1]);
        Assert.Equal(keeps, first.Headers["Klaviyo-Timestamp"] == second.Headers["Klaviyo-Timestamp"]);
    }

    [Fact]
    public async Task A_webhook_that_fails_for_two_days_is_switched_off_and_what_it_missed_never_comes()
    {
        var webhook = await _hooked.RegisterAsync(Ordered);
        await _hooked.SetAsync(new { compression = 500_000 });
        _hooked.Receiver.Answer = _ => 500;
        var missed = await _hooked.OrderAsync(1);
        await _hooked.SettledAsync(1);

        Assert.False(await EnabledAsync(webhook));
        await _hooked.OrderAsync(1);
        _hooked.Receiver.Answer = _ => 200;
        await _hooked.Sandbox.SendAsync(
            HttpMethod.Patch, $"/api/webhooks/{webhook}", $$"""{"data":{"type":"webhook","id":"{{webhook}}","attributes":{"enabled":true} } }""");
        var later = await _hooked.OrderAsync(1);
        var settled = await _hooked.SettledAsync(2);

        Assert.True(await EnabledAsync(webhook));
        Assert.Equal(["accepted", "givenUp"], settled["deliveries"]!.AsArray().Select(delivery => (string?)delivery!["state"]));
        Assert.Equal([.. missed, .. later], _hooked.Receiver.Letters.SelectMany(letter => letter.EventIds).Distinct());
    }

    [Fact]
    public async Task Nothing_is_sent_beyond_this_machine()
    {
        var (status, _) = await _hooked.Sandbox.SendAsync(HttpMethod.Post, "/api/webhooks", $$"""
            {"data":{"type":"webhook","attributes":{"name":"Away","endpoint_url":"https://dxtra.example.com/","secret_key":"{{HookedSandbox.Secret}}"},
             "relationships":{"webhook-topics":{"data":[{"type":"webhook-topic","id":"{{Ordered}}"}]} } } }
            """);
        Assert.Equal(201, status);
        await _hooked.OrderAsync(1);

        Assert.Equal("notThisMachine", (string?)(await AttemptedAsync())["attempts"]![0]!["problem"]);
    }

    [Theory]
    [InlineData("""{"batchSize":1001}""")]
    [InlineData("""{"compression":0}""")]
    [InlineData("""{"delayMilliseconds":-1}""")]
    [InlineData("""{"dropEvery":-2}""")]
    public async Task Settings_that_make_no_sense_are_refused(string settings)
    {
        var (status, _) = await _hooked.Sandbox.SendAsync(HttpMethod.Put, "/sandbox/deliveries/settings", settings);

        Assert.Equal(400, status);
    }

    private async Task<bool> EnabledAsync(string webhook) =>
        (bool)(await _hooked.Sandbox.GetAsync($"/api/webhooks/{webhook}"))["data"]!["attributes"]!["enabled"]!;

    /// <summary>The one delivery, once it has been tried.</summary>
    private async Task<JsonNode> AttemptedAsync()
    {
        JsonNode? delivery = null;
        await Until.TrueAsync(async () =>
        {
            delivery = (await _hooked.DeliveriesAsync())["deliveries"]!.AsArray().SingleOrDefault();
            return delivery?["attempts"]!.AsArray().Count > 0;
        });
        return delivery!;
    }
}
