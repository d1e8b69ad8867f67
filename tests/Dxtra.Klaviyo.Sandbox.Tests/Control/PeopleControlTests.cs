using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Control;

public sealed class PeopleControlTests : IAsyncLifetime
{
    private RunningSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await RunningSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_person_made_to_order_is_found_through_the_api_with_all_that_was_asked_for()
    {
        var person = await _sandbox.ControlAsync(HttpMethod.Post, "/sandbox/people", JsonNode.Parse("""
            {"attributes":{"email":"made@example.com","properties":{"a":{"b":null}}},
             "consent":{"email":"SUBSCRIBED","sms":"UNSUBSCRIBED"},"suppressions":["HARD_BOUNCE"],"lists":["Newsletter"]}
            """));
        var document = await _sandbox.GetAsync($"/api/profiles/{person["profileId"]}?additional-fields[profile]=subscriptions");

        var subscriptions = document["data"]!["attributes"]!["subscriptions"]!;
        Assert.Equal("SUBSCRIBED", (string?)subscriptions["email"]!["marketing"]!["consent"]);
        Assert.False((bool)subscriptions["email"]!["marketing"]!["can_receive_email_marketing"]!);
        Assert.Equal("UNSUBSCRIBED", (string?)subscriptions["sms"]!["marketing"]!["consent"]);
        Assert.Single((await _sandbox.GetAsync($"/api/profiles/{person["profileId"]}/lists"))["data"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"attributes":{"email":"amelia.hartley@example.com"}}""")]
    [InlineData("""{"consent":{"email":"MAYBE"}}""")]
    [InlineData("""{"suppressions":["BOREDOM"]}""")]
    [InlineData("""{"lists":["No such list"]}""")]
    [InlineData("""{"surname":"x"}""")]
    [InlineData("""{"attributes":{"email":5}}""")]
    [InlineData("""{"attributes":{"nickname":"x"}}""")]
    [InlineData("""not json""")]
    public async Task A_description_that_makes_no_sense_is_refused_and_leaves_nobody_behind(string body)
    {
        var before = (await _sandbox.GetAllAsync("/api/profiles?page[size]=100")).Count;
        using var content = new StringContent(body);
        using var response = await _sandbox.Client.PostAsync(new Uri("/sandbox/people", UriKind.Relative), content);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(before, (await _sandbox.GetAllAsync("/api/profiles?page[size]=100")).Count);
    }

    [Fact]
    public async Task Events_are_added_one_by_one_or_by_the_thousand()
    {
        var id = (string)(await _sandbox.ControlAsync(HttpMethod.Post, "/sandbox/people", new { }))["profileId"]!;
        await _sandbox.ControlAsync(HttpMethod.Post, $"/sandbox/people/{id}/events", new
        {
            events = new[] { new { metric = "Placed Order", time = "2026-01-01T00:00:00Z", properties = new { total = 5 } } },
        });
        await _sandbox.ControlAsync(HttpMethod.Post, $"/sandbox/people/{id}/events/bulk", new
        {
            count = 2500,
            from = "2025-01-01T00:00:00Z",
            to = "2025-06-01T00:00:00Z",
        });

        var events = await _sandbox.GetAllAsync($"/api/events?page[size]=1000&filter=equals(profile_id,%22{id}%22)");
        Assert.Equal(2501, events.Count);
        Assert.Equal(5, (int)events[^1].Attributes()["event_properties"]!["total"]!);
    }

    [Fact]
    public async Task The_account_is_shown_with_its_keys()
    {
        var account = await _sandbox.ControlAsync(HttpMethod.Get, "/sandbox/account");

        Assert.Equal(_sandbox.Server.AccountId, (string?)account["id"]);
        Assert.Equal(_sandbox.Server.ApiKeys.Values, account["keys"]!.AsArray().Select(key => (string)key!["value"]!));
        Assert.Contains(account["campaigns"]!.AsArray(), campaign => (string?)campaign!["name"] == "Black Friday 2025");
        Assert.Contains(account["flows"]!.AsArray(), flow => (string?)flow!["name"] == "Welcome Series" && flow["messageIds"]!.AsArray().Count == 2);
    }

    [Fact]
    public async Task The_request_log_counts_calls_and_holds_no_query()
    {
        await _sandbox.GetAsync("/api/profiles?filter=equals(email,%22amelia.hartley@example.com%22)");
        await _sandbox.GetErrorAsync("/api/profiles/none", 404);
        var log = await _sandbox.ControlAsync(HttpMethod.Get, "/sandbox/requests");

        Assert.Equal(2, (int)log["total"]!);
        Assert.Equal(1, (int)log["byOperation"]!["get_profiles"]!);
        Assert.Equal(1, (int)log["byStatus"]!["404"]!);
        Assert.DoesNotContain("amelia", log.ToJsonString(), StringComparison.Ordinal);

        using var cleared = await _sandbox.Client.DeleteAsync(new Uri("/sandbox/requests", UriKind.Relative));
        Assert.Equal(0, (int)(await _sandbox.ControlAsync(HttpMethod.Get, "/sandbox/requests"))["total"]!);
    }
}
