using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Sandbox.Tests.Resources;

public sealed class SuppressTests : IAsyncLifetime
{
    private const string Suppress = "profile-suppression-bulk-create-job";
    private const string Lift = "profile-suppression-bulk-delete-job";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero));
    private RunningSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await RunningSandbox.StartAsync(new SandboxOptions { RateLimits = false, Time = _time });

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task The_answer_says_processing_nothing_counted_and_already_completed_at_and_only_the_status_is_to_be_trusted()
    {
        await _sandbox.MakeAsync("""{"attributes":{"email":"one@example.com"},"suppressions":["USER_SUPPRESSED"]}""");
        var (status, job) = await SendAsync(Suppress, Emails("one@example.com", "two@example.com"));

        Assert.Equal(202, status);
        var attributes = job!.Attributes();
        Assert.Equal(("processing", 0), ((string?)attributes["status"], (int)attributes["total_count"]!));
        Assert.NotNull(attributes["completed_at"]);
        _time.Advance(TimeSpan.FromSeconds(1));
        attributes = (await _sandbox.GetAsync($"/api/{Suppress}s/{job!["id"]}"))["data"]!.AsObject().Attributes();
        Assert.Equal("complete", (string?)attributes["status"]);
        Assert.Equal((2, 1, 1), ((int)attributes["total_count"]!, (int)attributes["completed_count"]!, (int)attributes["skipped_count"]!));
    }

    [Fact]
    public async Task Whom_nobody_knows_comes_into_being_suppressed_with_consent_as_it_was()
    {
        await ApplyAsync(Suppress, Emails("stranger@example.com"));

        var email = (await TruthAsync("stranger@example.com"))["subscriptions"]!["email"]!["marketing"]!;
        Assert.Equal("NEVER_SUBSCRIBED", (string?)email["consent"]);
        Assert.Equal("USER_SUPPRESSED", (string?)Assert.Single(email["suppression"]!.AsArray())!["reason"]);
        Assert.Equal(["created", "suppressed"], (await _sandbox.ChangesAsync()).Select(change => change.Split(' ')[0]));
    }

    [Fact]
    public async Task Lifting_takes_away_what_was_done_by_hand_alone_and_makes_nobody()
    {
        await _sandbox.MakeAsync("""{"attributes":{"email":"one@example.com"},"suppressions":["USER_SUPPRESSED","HARD_BOUNCE"]}""");
        await ApplyAsync(Lift, Emails("one@example.com", "stranger@example.com"));

        var truth = await TruthAsync("one@example.com");
        var left = Assert.Single(truth["subscriptions"]!["email"]!["marketing"]!["suppression"]!.AsArray());
        Assert.Equal("HARD_BOUNCE", (string?)left!["reason"]);
        Assert.Equal(1, (int)truth["counts"]!["eventsByMetric"]!["Manually Unsuppressed from Email Marketing"]!);
        Assert.Empty((await _sandbox.GetAsync("/api/profiles?filter=equals(email,'stranger@example.com')")).Ids());
    }

    [Fact]
    public async Task A_list_or_a_segment_stands_for_its_members_and_jobs_are_found_by_it()
    {
        var list = (string)(await _sandbox.ControlAsync(HttpMethod.Post, "/sandbox/lists", new { name = "Fresh" }))["id"]!;
        await _sandbox.MakeAsync("""{"attributes":{"email":"one@example.com"},"lists":["Fresh"]}""");
        await ApplyAsync(Suppress, Emails("two@example.com"));
        await ApplyAsync(Suppress, $$""" "attributes":{},"relationships":{"list":{"data":{"type":"list","id":"{{list}}"} } } """);

        var email = (await TruthAsync("one@example.com"))["subscriptions"]!["email"]!["marketing"]!;
        Assert.Single(email["suppression"]!.AsArray());
        Assert.Equal(2, (await _sandbox.GetAllAsync($"/api/{Suppress}s?filter=equals(status,'complete')")).Count);
        Assert.Single(await _sandbox.GetAllAsync($"/api/{Suppress}s?filter=equals(list_id,'{list}')"));
        Assert.Empty(await _sandbox.GetAllAsync($"/api/{Lift}s"));
    }

    [Fact]
    public async Task Addresses_and_a_list_at_once_or_nothing_at_all_is_refused()
    {
        const string list = """ "relationships":{"list":{"data":{"type":"list","id":"NOLIST"} } } """;

        Assert.Equal(400, (await SendAsync(Suppress, $"{Emails("one@example.com")},{list}")).Status);
        Assert.Equal(400, (await SendAsync(Suppress, """ "attributes":{} """)).Status);
        Assert.Equal(404, (await SendAsync(Suppress, $$""" "attributes":{},{{list}} """)).Status);
        Assert.Equal(400, (await SendAsync(Suppress, Emails([.. Enumerable.Range(0, 101).Select(number => $"p{number}@example.com")]))).Status);
        await _sandbox.GetErrorAsync($"/api/{Suppress}s/NOJOB", 404);
    }

    private static string Emails(params string[] emails) => $$"""
        "attributes":{"profiles":{"data":[{{string.Join(',', emails.Select(email =>
            $$"""{"type":"profile","attributes":{"email":"{{email}}"} }"""))}}]} }
        """;

    private async Task<JsonNode> TruthAsync(string email)
    {
        var found = (await _sandbox.GetAsync($"/api/profiles?filter=equals(email,'{email}')")).Ids();
        return await _sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/people/{Assert.Single(found)}");
    }

    private async Task ApplyAsync(string type, string content)
    {
        Assert.Equal(202, (await SendAsync(type, content)).Status);
        _time.Advance(TimeSpan.FromSeconds(1));
    }

    private async Task<(int Status, JsonObject? Job)> SendAsync(string type, string content)
    {
        var (status, body) = await _sandbox.SendAsync(HttpMethod.Post, $"/api/{type}s", $$"""{"data":{"type":"{{type}}",{{content}} } }""");
        return (status, JsonNode.Parse(body)!["data"] as JsonObject);
    }
}
