using Dxtra.Klaviyo.Sandbox.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Sandbox.Tests.Happenings;

public sealed class HappeningTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero));
    private RunningSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await RunningSandbox.StartAsync(new SandboxOptions { RateLimits = false, Time = _time });

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_merge_before_the_second_page_leaves_the_old_profile_without_events_and_then_without_itself()
    {
        var (source, survivor) = await MakeTwinsAsync();
        await PlanAsync(new { operation = "get_events", afterCalls = 1, merge = new { source, into = survivor } });

        var first = await _sandbox.GetAsync($"{EventsOf(source)}&page[size]=2");
        var second = await _sandbox.GetAsync((string)first["links"]!["next"]!);

        Assert.Equal(2, first.Ids().Count);
        Assert.Empty(second.Ids());
        await _sandbox.GetErrorAsync($"/api/profiles/{source}", 404);
        Assert.Equal(4, (await _sandbox.GetAllAsync(EventsOf(survivor))).Count);
    }

    [Fact]
    public async Task The_survivor_of_a_merge_has_all_that_the_other_had()
    {
        var (source, survivor) = await MakeTwinsAsync();
        await _sandbox.ControlAsync(HttpMethod.Post, $"/sandbox/people/{source}/merge", new { into = survivor });
        var truth = await _sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/people/{survivor}");

        Assert.Equal("twin@example.com", (string?)truth["attributes"]!["email"]);
        Assert.Equal("+447700900777", (string?)truth["attributes"]!["phone_number"]);
        Assert.Equal("Newsletter", (string?)Assert.Single(truth["lists"]!.AsArray())!["name"]);
        Assert.Single(truth["pushTokens"]!.AsArray());
        Assert.Single(truth["couponCodes"]!.AsArray());
        Assert.Single(truth["reviews"]!.AsArray());
        Assert.Equal(1, (int)truth["counts"]!["eventsByMetric"]!["Merged Profile"]!);
    }

    [Fact]
    public async Task A_merged_profile_can_go_on_to_answer_for_a_while()
    {
        var (source, survivor) = await MakeTwinsAsync();
        await _sandbox.ControlAsync(HttpMethod.Post, $"/sandbox/people/{source}/merge", new { into = survivor, lingers = true });

        Assert.Equal(source, (string?)(await _sandbox.GetAsync($"/api/profiles/{source}"))["data"]!["id"]);
        Assert.Empty(await _sandbox.GetAllAsync(EventsOf(source)));
    }

    [Fact]
    public async Task Events_arrive_between_two_calls_or_at_a_time()
    {
        var (profileId, _) = await MakeTwinsAsync();
        var late = new { profileId, items = new[] { new { metric = "Placed Order", time = "2020-01-01T00:00:00Z" } } };
        await PlanAsync(
            new { operation = "get_events", afterCalls = 1, events = late },
            new { at = _time.GetUtcNow().AddMinutes(5), events = late });

        Assert.Equal(3, await CountAsync(profileId));
        Assert.Equal(4, await CountAsync(profileId));
        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(5, await CountAsync(profileId));
        Assert.Equal(5, await CountAsync(profileId));
        var plan = await _sandbox.ControlAsync(HttpMethod.Get, "/sandbox/happenings");
        Assert.All(plan["happenings"]!.AsArray(), pending => Assert.True((bool)pending!["happened"]!));
    }

    [Theory]
    [InlineData("""{"happenings":[{"operation":"get_nothing","merge":{"source":"a","into":"b"}}]}""")]
    [InlineData("""{"happenings":[{"operation":"get_events"}]}""")]
    [InlineData("""{"happenings":[{"events":{"profileId":"a","items":[{"metric":"Placed Order","campaign":"No such mailing"}]}}]}""")]
    [InlineData("""{"happenings":[{"afterCalls":-1,"merge":{"source":"a","into":"b"}}]}""")]
    public async Task A_plan_that_makes_no_sense_is_refused(string body)
    {
        using var content = new StringContent(body);
        using var response = await _sandbox.Client.PutAsync(new Uri("/sandbox/happenings", UriKind.Relative), content);

        Assert.Equal(400, (int)response.StatusCode);
    }

    private async Task<(string Source, string Survivor)> MakeTwinsAsync()
    {
        var source = await _sandbox.MakeAsync("""
            {"attributes":{"phone_number":"+447700900777"},"lists":["Newsletter"],
             "holdings":{"devices":["ios"],"couponCodes":["BIRTHDAY"],"reviews":[{"content":"Fine.","rating":4}]}}
            """);
        var survivor = await _sandbox.MakeAsync("""{"attributes":{"email":"twin@example.com"}}""");
        await _sandbox.ControlAsync(HttpMethod.Post, $"/sandbox/people/{source}/events/bulk", new { count = 3 });
        return (source, survivor);
    }

    private Task PlanAsync(params object[] happenings) => _sandbox.ControlAsync(HttpMethod.Put, "/sandbox/happenings", new { happenings });

    private async Task<int> CountAsync(string profileId) => (await _sandbox.GetAsync(EventsOf(profileId))).Ids().Count;

    private static string EventsOf(string profileId) => $"/api/events?filter=equals(profile_id,%22{profileId}%22)";
}
