using System.Text;
using System.Text.Json;

namespace Dxtra.Klaviyo.Sandbox.Tests.Deliveries;

public sealed class FlowWebhookTests : IAsyncLifetime
{
    private const string Template = """
        {"profile":"{{ person.KlaviyoID }}","name":"{{ person.first_name }}","event":"{{ event|lookup:'$event_id' }}",
         "how":"{{ event.Method }}","tier":"{{ person|lookup:'Loyalty Tier'|default:'none' }}","at":{{ event.timestamp }}}
        """;

    private HookedSandbox _hooked = null!;

    public async Task InitializeAsync() => _hooked = await HookedSandbox.StartAsync(advancedKdp: false);

    public async Task DisposeAsync() => await _hooked.DisposeAsync();

    [Fact]
    public async Task A_flow_posts_its_template_filled_in_for_one_person_unsigned_and_with_its_headers()
    {
        await SetAsync();
        await _hooked.ActAsync(new { profileId = _hooked.Person, kind = "unsubscribe" });
        var letter = Assert.Single(await _hooked.Receiver.WaitAsync(1));

        var json = letter.Json;
        Assert.Equal((_hooked.Person, "Anna"), ((string)json["profile"]!, (string)json["name"]!));
        Assert.Equal(("PREFERENCE_PAGE", "none"), ((string)json["how"]!, (string)json["tier"]!));
        Assert.Equal(32, ((string)json["event"]!).Length);
        Assert.Equal("Bearer let-me-in", letter.Headers["Authorization"]);
        Assert.NotEmpty(letter.Headers["X-Klaviyo-Flow-ID"]);
        Assert.DoesNotContain("Klaviyo-Signature", letter.Headers.Keys);
    }

    [Fact]
    public async Task A_name_with_a_quotation_mark_breaks_the_json()
    {
        var person = await _hooked.Sandbox.MakeAsync("""{"attributes":{"email":"quote@example.com","first_name":"Dwayne \"The Rock\""},"consent":{"email":"SUBSCRIBED"}}""");
        await SetAsync();
        await _hooked.ActAsync(new { profileId = person, kind = "unsubscribe" });
        var letter = Assert.Single(await _hooked.Receiver.WaitAsync(1));

        Assert.Contains("\"Dwayne \"The Rock\"\"", Encoding.UTF8.GetString(letter.Body), StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => letter.Json);
    }

    [Theory]
    [InlineData(429, 2, "accepted")]
    [InlineData(503, 2, "accepted")]
    [InlineData(400, 1, "givenUp")]
    [InlineData(401, 1, "givenUp")]
    [InlineData(302, 1, "givenUp")]
    public async Task Only_too_many_requests_and_errors_of_the_server_are_tried_again(int status, int attempts, string state)
    {
        await SetAsync();
        await _hooked.SetAsync(new { compression = 3600 });
        _hooked.Receiver.Answer = number => number == 1 ? status : 204;
        await _hooked.ActAsync(new { profileId = _hooked.Person, kind = "unsubscribe" });
        var delivery = Assert.Single((await _hooked.SettledAsync(1))["deliveries"]!.AsArray())!;

        Assert.Equal((attempts, state), (delivery["attempts"]!.AsArray().Count, (string)delivery["state"]!));
    }

    [Fact]
    public async Task After_seventeen_more_attempts_it_is_given_up()
    {
        await SetAsync();
        await _hooked.SetAsync(new { compression = 1_000_000 / 20 });
        _hooked.Receiver.Answer = _ => 500;
        await _hooked.ActAsync(new { profileId = _hooked.Person, kind = "unsubscribe" });
        var delivery = Assert.Single((await _hooked.SettledAsync(1))["deliveries"]!.AsArray())!;

        Assert.Equal("givenUp", (string?)delivery["state"]);
        Assert.InRange(delivery["attempts"]!.AsArray().Count, 2, 18);
    }

    [Theory]
    [InlineData("http://dxtra.example.com/", null)]
    [InlineData("https://127.0.0.1/", "No such flow")]
    public async Task An_address_without_https_and_an_unknown_flow_are_refused(string url, string? flow)
    {
        var (status, _) = await _hooked.Sandbox.SendAsync(HttpMethod.Put, "/sandbox/flow-webhooks", JsonSerializer.Serialize(new
        {
            webhooks = new[] { new { name = "x", url, body = "{}", metrics = Array.Empty<string>(), flow } },
        }));

        Assert.Equal(400, status);
    }

    private Task SetAsync() => _hooked.Sandbox.ControlAsync(HttpMethod.Put, "/sandbox/flow-webhooks", new
    {
        webhooks = new[]
        {
            new
            {
                name = "Tell Dxtra",
                url = _hooked.Receiver.Address,
                headers = new Dictionary<string, string> { ["Authorization"] = "Bearer let-me-in" },
                body = Template,
                metrics = new[] { "Unsubscribed from Email Marketing" },
                flow = "Welcome Series",
            },
        },
    });
}
