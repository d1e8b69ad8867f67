using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class AccountExplorerTests : IAsyncDisposable
{
    private readonly FakeKlaviyo _klaviyo = FakeKlaviyo.Start()
        .Answers("/api/accounts", "accounts.json")
        .Answers("/api/lists", "lists.json")
        .Answers("/api/segments", "segments.json")
        .Answers("/api/metrics", "metrics.json");

    public ValueTask DisposeAsync() => _klaviyo.DisposeAsync();

    [Fact]
    public async Task An_account_is_shown_with_its_lists_segments_and_metrics()
    {
        var view = VerificationView.Of(await ExploredAsync());

        Assert.Equal(new("AbC123", "Harbour Goods", "Europe/Berlin", "EUR", "de-DE", false), view.Account);
        Assert.Equal([new("L1", "Newsletter"), new("L2", "Kids’ Collection")], view.Lists);
        Assert.Equal([new("S1", "Engaged")], view.Segments);
        Assert.Equal([new("M1", "Opened Email"), new("M2", "Placed Order")], view.Metrics);
        Assert.Empty(view.MissingScopes);
        Assert.All(view.Capabilities, capability => Assert.True(capability.Available, capability.Name));
    }

    [Theory]
    [InlineData("/api/lists", "lists:read", "accessRequests")]
    [InlineData("/api/segments", "segments:read", "accessRequests")]
    [InlineData("/api/metrics", "metrics:read", "accessRequests")]
    [InlineData("/api/profiles", "profiles:read", "accessRequests")]
    [InlineData("/api/events", "events:read", "accessRequests")]
    [InlineData("/api/campaigns", "campaigns:read", "campaignEngagement")]
    [InlineData("/api/flows", "flows:read", "flowEngagement")]
    [InlineData("/api/webhooks", "webhooks:read", "webhooks")]
    public async Task A_missing_scope_is_named_with_the_one_capability_that_lacks_it(string path, string scope, string capability)
    {
        _klaviyo.Answers(path, "403-scope.json", 403);

        var view = VerificationView.Of(await ExploredAsync());

        Assert.Equal([scope], view.MissingScopes);
        var lacking = Assert.Single(view.Capabilities, each => each.Available == false);
        Assert.Equal((capability, scope), (lacking.Name, Assert.Single(lacking.MissingScopes)));
    }

    [Fact]
    public async Task A_plan_without_webhooks_is_no_missing_scope()
    {
        _klaviyo.Answers("/api/webhooks", "403-plan.json", 403);

        var view = VerificationView.Of(await ExploredAsync());

        Assert.Empty(view.MissingScopes);
        var lacking = Assert.Single(view.Capabilities, each => each.Available == false);
        Assert.Equal("webhooks", lacking.Name);
        Assert.Empty(lacking.MissingScopes);
    }

    [Fact]
    public async Task A_plan_that_lacks_something_else_has_webhooks_nevertheless()
    {
        _klaviyo.Answers("/api/campaigns", "403-plan.json", 403);

        var view = VerificationView.Of(await ExploredAsync());

        Assert.Equal(["campaignEngagement"], view.Capabilities.Where(capability => capability.Available == false).Select(capability => capability.Name));
    }

    [Fact]
    public async Task Large_accounts_are_read_to_the_last_page()
    {
        _klaviyo.Answers("/api/lists", request => Results.Text(
            request.Query["page[cursor]"] == "2"
                ? Examples.Read("klaviyo/lists.json")
                : $$$"""{"data":[{"type":"list","id":"L0","attributes":{}}],"links":{"next":"{{{_klaviyo.Address}}}api/lists?page%5Bcursor%5D=2"}}""",
            "application/vnd.api+json"));

        Assert.Equal(["L0", "L1", "L2"], (await ExploredAsync()).Lists.Select(list => list.Id));
    }

    [Theory]
    [InlineData("401-authentication-failed.json", 401, "AuthenticationFailed")]
    [InlineData("403-scope.json", 403, "NoAccountScope")]
    [InlineData("429.json", 429, "Throttled")]
    [InlineData("500.json", 500, "Unavailable")]
    [InlineData("500.json", 503, "Unavailable")]
    [InlineData("404-profile.json", 404, "Unavailable")]
    [InlineData("404-profile.json", 400, "Unavailable")]
    [InlineData("lists.json", 410, "Unavailable")]
    public async Task When_Klaviyo_refuses_the_account_the_reason_is_told(string answer, int status, string reason)
    {
        _klaviyo.Answers("/api/accounts", answer, status);

        Assert.Equal(reason, (await ExploreAsync()).GetType().Name);
        Assert.Equal(reason, (await IdentifyAsync()).GetType().Name);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(200)]
    public async Task A_page_of_HTML_says_nothing_about_the_key(int status)
    {
        _klaviyo.AnswersText("/api/accounts", "<html>Attention required</html>", status, "text/html");

        Assert.IsType<ExplorationResult.Unavailable>(await IdentifyAsync());
    }

    [Fact]
    public async Task The_wait_that_Klaviyo_asks_for_is_passed_on()
    {
        _klaviyo.Answers("/api/accounts", request =>
        {
            request.HttpContext.Response.Headers.RetryAfter = "17";
            return Results.Text(Examples.Read("klaviyo/429.json"), "application/vnd.api+json", statusCode: 429);
        });

        Assert.Equal(new ExplorationResult.Throttled(TimeSpan.FromSeconds(17)), await IdentifyAsync());
    }

    [Fact]
    public async Task When_our_share_of_the_limit_is_used_up_Klaviyo_is_not_asked_and_a_time_is_told()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        _klaviyo.GovernedBy = time;
        var calls = 0;
        for (; calls < 12; calls++)
        {
            Assert.IsType<ExplorationResult.Explored>(await IdentifyAsync());
            time.Advance(TimeSpan.FromSeconds(1.1));
        }

        var throttled = Assert.IsType<ExplorationResult.Throttled>(await IdentifyAsync());

        Assert.InRange(throttled.RetryAfter!.Value.TotalSeconds, 45, 50);
        Assert.Equal(calls, _klaviyo.Asked.Count);
    }

    [Theory]
    [InlineData("429.json", 429)]
    [InlineData("500.json", 503)]
    [InlineData("401-authentication-failed.json", 401)]
    public async Task A_probe_without_a_usable_answer_leaves_its_capability_open_and_no_scope_missing(string answer, int status)
    {
        _klaviyo.Answers("/api/events", answer, status);

        var view = VerificationView.Of(await ExploredAsync());

        Assert.Empty(view.MissingScopes);
        Assert.Equal("accessRequests", Assert.Single(view.Capabilities, capability => capability.Available is null).Name);
        Assert.DoesNotContain(view.Capabilities, capability => capability.Available == false);
    }

    [Fact]
    public async Task To_identify_an_account_one_call_is_enough()
    {
        Assert.IsType<ExplorationResult.Explored>(await IdentifyAsync());

        Assert.Single(_klaviyo.Asked);
    }

    private Task<ExplorationResult> ExploreAsync() => new AccountExplorer(_klaviyo.Clients).ExploreAsync(Some.Key(), CancellationToken.None);

    private Task<ExplorationResult> IdentifyAsync() => new AccountExplorer(_klaviyo.Clients).IdentifyAsync(Some.Key(), CancellationToken.None);

    private async Task<AccountDiscovery> ExploredAsync() => Assert.IsType<ExplorationResult.Explored>(await ExploreAsync()).Discovery;
}
