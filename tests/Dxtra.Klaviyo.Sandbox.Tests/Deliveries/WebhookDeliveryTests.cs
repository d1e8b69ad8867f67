using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Tests.Deliveries;

public sealed class WebhookDeliveryTests : IAsyncLifetime
{
    private const string Ordered = "event:shopify.placed_order";
    private HookedSandbox _hooked = null!;

    public async Task InitializeAsync() => _hooked = await HookedSandbox.StartAsync();

    public async Task DisposeAsync() => await _hooked.DisposeAsync();

    [Fact]
    public async Task A_change_of_consent_is_delivered_signed_over_the_body_and_then_the_header()
    {
        var webhook = await _hooked.RegisterAsync(HookedSandbox.Unsubscribed);
        var id = Assert.Single(await _hooked.ActAsync(new { profileId = _hooked.Person, kind = "unsubscribe" }));
        var letter = Assert.Single(await _hooked.Receiver.WaitAsync(1));

        byte[] signed = [.. letter.Body, .. Encoding.UTF8.GetBytes(letter.Headers["Klaviyo-Timestamp"])];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(HookedSandbox.Secret), signed));
        Assert.Equal(signature, letter.Headers["Klaviyo-Signature"]);
        Assert.Equal(webhook, letter.Headers["Klaviyo-Webhook-Id"]);
        Assert.Equal("application/json", letter.Headers["Content-Type"]);
        var item = Assert.Single(letter.Json["data"]!.AsArray())!;
        Assert.Equal((HookedSandbox.Unsubscribed, id), ((string)item["topic"]!, (string)item["external_id"]!));
        var payload = item["payload"]!["data"]!;
        Assert.Equal((id, _hooked.Person), ((string)payload["id"]!, (string)payload["relationships"]!["profile"]!["data"]!["id"]!));
        Assert.Equal("PREFERENCE_PAGE", (string?)payload["attributes"]!["event_properties"]!["Method"]);
        Assert.DoesNotContain("person@example.com", Encoding.UTF8.GetString(letter.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_headers_clock_is_five_hours_ahead_of_the_signed_one_unless_it_is_set_right()
    {
        var webhook = await _hooked.RegisterAsync(Ordered);
        await _hooked.OrderAsync(1);
        await _hooked.Receiver.WaitAsync(1);
        await _hooked.SetAsync(new { rightClock = true });
        await _hooked.OrderAsync(1);
        var letters = await _hooked.Receiver.WaitAsync(2);

        Assert.Equal([TimeSpan.FromHours(5), TimeSpan.Zero], letters.Select(Ahead));
        Assert.All(letters, letter => Assert.EndsWith(" GMT", letter.Headers["Klaviyo-Timestamp"], StringComparison.Ordinal));
        var meta = letters[0].Json["meta"]!;
        Assert.Equal((_hooked.Sandbox.Server.AccountId, webhook), ((string)meta["klaviyo_account_id"]!, (string)meta["klaviyo_webhook_id"]!));
        Assert.Equal("2024-06-28", (string?)meta["version"]);
    }

    [Fact]
    public async Task The_payload_is_the_document_that_the_api_gives_for_the_event()
    {
        await _hooked.RegisterAsync(Ordered);
        var id = Assert.Single(await _hooked.OrderAsync(1));
        var letter = Assert.Single(await _hooked.Receiver.WaitAsync(1));

        var sent = letter.Json["data"]![0]!["payload"]!["data"]!.AsObject();
        var asked = (await _hooked.Sandbox.GetAsync($"/api/events/{id}"))["data"]!.AsObject();
        Assert.True(JsonNode.DeepEquals(sent["attributes"], asked["attributes"]));
        Assert.Equal((string?)sent["relationships"]!["metric"]!["data"]!["id"], (string?)asked["relationships"]!["metric"]!["data"]!["id"]);
    }

    [Fact]
    public async Task What_happens_together_goes_out_together_in_batches_that_hold_no_more_than_they_may()
    {
        await _hooked.RegisterAsync(Ordered);
        await _hooked.SetAsync(new { batchSize = 4, collectMilliseconds = 300 });
        var ids = await _hooked.OrderAsync(10);
        var settled = await _hooked.SettledAsync(3);

        Assert.Equal(10, (int)settled["eventsAccepted"]!);
        Assert.Equal([4, 4, 2], _hooked.Receiver.Letters.Select(letter => letter.EventIds.Count).OrderDescending());
        Assert.Equal(ids.Order(StringComparer.Ordinal), Delivered());
    }

    [Fact]
    public async Task A_topic_that_was_not_asked_for_is_not_delivered_nor_anything_once_the_plan_is_gone()
    {
        await _hooked.RegisterAsync(HookedSandbox.Unsubscribed);
        await _hooked.OrderAsync(1);
        await _hooked.ActAsync(new { profileId = _hooked.Person, kind = "unsubscribe" });
        await _hooked.SettledAsync(1);
        await _hooked.Sandbox.ControlAsync(HttpMethod.Put, "/sandbox/plan", new { advancedKdp = false });
        await _hooked.ActAsync(new { profileId = _hooked.Person, kind = "subscribe" }, new { profileId = _hooked.Person, kind = "unsubscribe" });
        await Task.Delay(200);

        Assert.Equal(HookedSandbox.Unsubscribed, (string?)Assert.Single(Assert.Single(_hooked.Receiver.Letters).Json["data"]!.AsArray())!["topic"]);
    }

    [Fact]
    public async Task Events_are_repeated_and_dropped_and_delayed_as_told()
    {
        await _hooked.RegisterAsync(Ordered);
        await _hooked.SetAsync(new { repeatEvery = 2, dropEvery = 3, delayEvery = 5, delayMilliseconds = 400 });
        var ids = await _hooked.OrderAsync(5);
        var settled = await _hooked.SettledAsync(3);
        await Until.TrueAsync(() => Task.FromResult(Delivered().Contains(ids[4])));

        Assert.Equal(1, (int)(await _hooked.DeliveriesAsync())["dropped"]!);
        Assert.Equal(1, (int)settled["dropped"]!);
        Assert.Equal(new[] { ids[0], ids[1], ids[1], ids[3], ids[3], ids[4] }.Order(StringComparer.Ordinal), Delivered());
        Assert.Equal([ids[0], ids[1], ids[3]], _hooked.Receiver.Letters[0].EventIds);
    }

    [Fact]
    public async Task Events_come_with_the_latest_first_when_they_are_to_be_reversed()
    {
        await _hooked.RegisterAsync(Ordered);
        await _hooked.SetAsync(new { reverse = true });
        var ids = await _hooked.OrderAsync(3);

        Assert.Equal(ids.Reverse(), Assert.Single(await _hooked.Receiver.WaitAsync(1)).EventIds);
    }

    [Fact]
    public async Task A_text_message_goes_out_under_both_names_when_both_are_to_fire()
    {
        const string old = "event:klaviyo.unsubscribed_from_sms_marketing";
        const string renamed = "event:klaviyo.unsubscribed_from_text_messaging_marketing";
        await _hooked.RegisterAsync(old, renamed);
        await _hooked.SetAsync(new { bothTextTopics = true });
        var ids = await _hooked.ActAsync(new { profileId = _hooked.Person, kind = "unsubscribe", channel = "sms.marketing", textNames = "sms" });
        var letter = Assert.Single(await _hooked.Receiver.WaitAsync(1));

        Assert.Equal([old, renamed], letter.Json["data"]!.AsArray().Select(item => (string)item!["topic"]!).Order(StringComparer.Ordinal));
        Assert.Equal([ids[0], ids[0]], letter.EventIds);
    }

    [Fact]
    public async Task A_replay_is_the_same_call_byte_for_byte()
    {
        await _hooked.RegisterAsync(Ordered);
        await _hooked.OrderAsync(1);
        var made = (await _hooked.SettledAsync(1))["deliveries"]![0]!;
        await _hooked.Sandbox.ControlAsync(HttpMethod.Post, $"/sandbox/deliveries/{made["id"]}/replay");
        var letters = await _hooked.Receiver.WaitAsync(2);

        Assert.Equal(letters[0].Body, letters[1].Body);
        Assert.Equal(letters[0].Headers["Klaviyo-Signature"], letters[1].Headers["Klaviyo-Signature"]);
        var shown = await _hooked.Sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/deliveries/{made["id"]}");
        Assert.Equal(Encoding.UTF8.GetString(letters[0].Body), (string?)shown["body"]);
        Assert.Equal(letters[0].Headers["Klaviyo-Timestamp"], (string?)shown["headers"]!["Klaviyo-Timestamp"]);
    }

    private IEnumerable<string> Delivered() => _hooked.Receiver.Letters.SelectMany(letter => letter.EventIds).Order(StringComparer.Ordinal);

    private static TimeSpan Ahead(Receiver.Letter letter) =>
        DateTimeOffset.ParseExact(letter.Headers["Klaviyo-Timestamp"], "R", CultureInfo.InvariantCulture)
        - DateTimeOffset.Parse((string)letter.Json["meta"]!["timestamp"]!, CultureInfo.InvariantCulture);
}
