using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Client.Tests;

public class RetryTests
{
    private static readonly KlaviyoOptions Defaults = new();
    private static readonly RequestDelegate Account = Answer.Example("documents/account.json");

    public static TheoryData<string> PassingFaults => [.. Faults.Keys];

    private static Dictionary<string, RequestDelegate> Faults { get; } = new()
    {
        ["502"] = Answer.Status(502),
        ["503"] = Answer.Html(503),
        ["504"] = Answer.Status(504),
        ["524"] = Answer.Html(524),
        ["HTML 400"] = Answer.Html(400),
        ["HTML 403"] = Answer.Html(403),
        ["connection closed"] = Answer.HangUp(),
        ["body cut off"] = Answer.CutOff("""{ "data": ["""),
        ["not JSON"] = Answer.Html(200),
    };

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task A_read_that_failed_in_passing_is_repeated(string fault)
    {
        await using var server = await StandIn.StartAsync(Faults[fault], Account);
        await using var client = new TestClient(server.Address);
        var reading = client.Klaviyo.Accounts.GetAsync();

        var wait = await client.Time.PassNextRetryWaitAsync();
        Assert.Equal("AbC123", (await reading).Id);
        Assert.InRange(wait, TimeSpan.Zero, Defaults.LongestWait);
        Assert.Equal(2, server.Received.Count);
    }

    [Theory]
    [InlineData("400-filter", 400)]
    [InlineData("401-authentication-failed", 401)]
    [InlineData("403-plan", 403)]
    [InlineData("404-profile", 404)]
    [InlineData("410", 410)]
    [InlineData("500", 500)]
    public async Task What_will_not_pass_by_itself_is_thrown_at_once(string file, int status)
    {
        await using var server = await StandIn.StartAsync(Answer.Example($"errors/{file}.json", status), Account);
        await using var client = new TestClient(server.Address);
        await Assert.ThrowsAnyAsync<KlaviyoException>(() => client.Klaviyo.Accounts.GetAsync());
        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("0", 0.5)]
    [InlineData(null, 0)]
    public async Task Throttling_is_waited_out_as_long_as_asked_with_a_floor_and_a_random_part(string? asked, double atLeastSeconds)
    {
        await using var server = await StandIn.StartAsync(Answer.Throttled(asked), Account);
        await using var client = new TestClient(server.Address);
        var reading = client.Klaviyo.Accounts.GetAsync();

        var wait = await client.Time.PassNextRetryWaitAsync();
        await reading;
        var atLeast = TimeSpan.FromSeconds(atLeastSeconds);
        Assert.InRange(wait, atLeast, asked is null ? Defaults.LongestWait : atLeast + Defaults.RetryDelay);
    }

    [Fact]
    public async Task A_date_to_retry_after_is_waited_for()
    {
        await using var server = await StandIn.StartAsync();
        await using var client = new TestClient(server.Address);
        server.Then(Answer.Throttled(client.Time.GetUtcNow().AddSeconds(3).ToString("R")), Account);
        var reading = client.Klaviyo.Accounts.GetAsync();

        Assert.InRange(await client.Time.PassNextRetryWaitAsync(), TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(3.5));
        await reading;
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_longer_wait_than_the_short_patience_is_left_to_the_caller(int status)
    {
        await using var server = await StandIn.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = "60";
            return Answer.Status(status)(context);
        });
        await using var client = new TestClient(server.Address);
        var thrown = await Assert.ThrowsAnyAsync<KlaviyoException>(() => client.Klaviyo.Accounts.GetAsync());

        var asked = thrown is KlaviyoThrottledException throttled ? throttled.RetryAfter : ((KlaviyoUnavailableException)thrown).RetryAfter;
        Assert.Equal(TimeSpan.FromSeconds(60), asked);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task After_the_last_repeat_the_fault_is_thrown()
    {
        await using var server = await StandIn.StartAsync(Enumerable.Repeat(Answer.Throttled("1"), 1 + Defaults.MaxRetries));
        await using var client = new TestClient(server.Address);
        var reading = client.Klaviyo.Accounts.GetAsync();
        for (var repeat = 0; repeat < Defaults.MaxRetries; repeat++)
            await client.Time.PassNextRetryWaitAsync();

        await Assert.ThrowsAsync<KlaviyoThrottledException>(() => reading);
        Assert.Equal(1 + Defaults.MaxRetries, server.Received.Count);
    }

    [Fact]
    public async Task A_fault_in_the_middle_of_paging_repeats_that_page_alone()
    {
        await using var server = await StandIn.StartAsync(
            Answer.Page("""{"type":"list","id":"A"}""", "/api/lists?page%5Bcursor%5D=b"),
            Answer.Status(503),
            Answer.Page("""{"type":"list","id":"B"}"""));
        await using var client = new TestClient(server.Address);
        var reading = client.Klaviyo.Lists.ListAsync().ItemsAsync().Select(list => list.Id).ToListAsync().AsTask();

        await client.Time.PassNextRetryWaitAsync();
        Assert.Equal(["A", "B"], await reading);
    }
}
