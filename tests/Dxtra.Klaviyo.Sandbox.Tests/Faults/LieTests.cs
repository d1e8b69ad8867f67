using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Sandbox.Tests.Faults;

/// <summary>Deletions that are not what their answer says.</summary>
public sealed class LieTests : IAsyncLifetime
{
    private const string Deletion = "request_profile_deletion";
    private const string Email = "gone@example.com";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero));
    private RunningSandbox _sandbox = null!;
    private string _id = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await RunningSandbox.StartAsync(new SandboxOptions { RateLimits = false, Time = _time });
        _id = await _sandbox.MakeAsync($$"""{"attributes":{"email":"{{Email}}","external_id":"X-1"},"lists":["Newsletter"]}""");
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task An_accepted_deletion_can_come_to_nothing_and_the_next_one_not()
    {
        await SetAsync(new { kind = "ignored", operation = Deletion, times = 1 });

        Assert.Equal(202, await DeleteAsync(Email));
        await _sandbox.GetAsync($"/api/profiles/{_id}");
        Assert.Empty(await _sandbox.ChangesAsync());
        Assert.Equal(202, await DeleteAsync(Email));
        await _sandbox.GetErrorAsync($"/api/profiles/{_id}", 404);
    }

    [Fact]
    public async Task A_profile_that_is_there_can_be_denied()
    {
        await SetAsync(new { kind = "denied", operation = Deletion });

        Assert.Equal(404, await DeleteAsync(Email));
        await _sandbox.GetAsync($"/api/profiles/{_id}");
    }

    [Fact]
    public async Task In_the_incident_who_is_there_is_401_who_is_not_is_404_and_the_key_is_good_elsewhere()
    {
        await SetAsync(new { kind = "unauthorized", operation = Deletion });

        Assert.Equal(401, await DeleteAsync(Email));
        Assert.Equal(404, await DeleteAsync("nobody@example.com"));
        await _sandbox.GetAsync("/api/accounts");
    }

    [Theory]
    [InlineData("event", "Placed Order")]
    [InlineData("import", "Subscribed to List")]
    [InlineData("upsert", null)]
    [InlineData("unsubscribe", "Unsubscribed from Email Marketing")]
    [InlineData("suppress", "Manually Suppressed from Email Marketing")]
    public async Task A_deleted_person_can_come_back_as_another_whose_first_event_tells_why(string by, string? metric)
    {
        await SetAsync(new { kind = "returned", operation = Deletion, by, milliseconds = 60_000, times = 1 });
        await DeleteAsync(Email);
        Assert.Empty(await FoundAsync());
        _time.Advance(TimeSpan.FromMinutes(1));

        var back = Assert.Single(await FoundAsync());
        Assert.NotEqual(_id, (string?)back["id"]);
        Assert.Equal("2026-10-01T12:01:01+00:00", (string?)back.Attributes()["created"]);
        var truth = await _sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/people/{back["id"]}");
        Assert.Equal(metric is null ? [] : [metric], truth["events"]!.AsArray().Select(item => (string?)item!["metricName"]));
        Assert.Contains($"created {back["id"]} by fault", await _sandbox.ChangesAsync());
    }

    [Fact]
    public async Task A_merge_can_fall_between_the_answer_and_the_effect()
    {
        var survivor = await _sandbox.MakeAsync("""{"attributes":{"phone_number":"+447700900888"}}""");
        var merge = new { source = _id, into = survivor };
        await _sandbox.ControlAsync(
            HttpMethod.Put, "/sandbox/happenings", new { happenings = new[] { new { operation = Deletion, beforeEffect = true, merge } } });

        Assert.Equal(202, await DeleteAsync(_id, "id"));
        await _sandbox.GetErrorAsync($"/api/profiles/{_id}", 404);
        Assert.Equal(survivor, (string?)Assert.Single(await FoundAsync())["id"]);
        Assert.Equal([$"merged {survivor} {_id} by sandbox"], await _sandbox.ChangesAsync());
    }

    [Theory]
    [InlineData("""{"kind":"ignored"}""")]
    [InlineData("""{"kind":"ignored","operation":"get_events"}""")]
    [InlineData("""{"kind":"denied","operation":"get_events"}""")]
    [InlineData("""{"kind":"returned","operation":"request_profile_deletion","by":"magic"}""")]
    public async Task A_lie_that_nobody_can_tell_is_refused(string rule)
    {
        using var content = new StringContent($$"""{"rules":[{{rule}}]}""");
        using var response = await _sandbox.Client.PutAsync(new Uri("/sandbox/faults", UriKind.Relative), content);

        Assert.Equal(400, (int)response.StatusCode);
    }

    private Task SetAsync(object rule) => _sandbox.ControlAsync(HttpMethod.Put, "/sandbox/faults", new { rules = new[] { rule } });

    private async Task<int> DeleteAsync(string value, string kind = "email")
    {
        var named = kind == "id" ? $$""" "id":"{{value}}","attributes":{} """ : $$""" "attributes":{"{{kind}}":"{{value}}"} """;
        var (status, _) = await _sandbox.SendAsync(HttpMethod.Post, "/api/data-privacy-deletion-jobs", $$"""
            {"data":{"type":"data-privacy-deletion-job","attributes":{"profile":{"data":{"type":"profile",{{named}} } } } } }
            """);
        _time.Advance(TimeSpan.FromSeconds(1));
        return status;
    }

    private Task<List<JsonObject>> FoundAsync() => _sandbox.GetAllAsync($"/api/profiles?filter=equals(email,%22{Email}%22)");
}
