using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Sandbox.Tests.Jobs;

public sealed class LaterTests
{
    [Fact]
    public async Task A_job_takes_effect_by_the_real_clock_too()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var id = await sandbox.MakeAsync("""{"attributes":{"email":"gone@example.com"}}""");
        Assert.Equal(202, await DeleteAsync(sandbox, "gone@example.com"));

        var deadline = DateTime.UtcNow.AddSeconds(30);
        while ((await sandbox.ChangesAsync()).Count == 0 && DateTime.UtcNow < deadline)
            await Task.Delay(50);
        Assert.Equal([$"deleted {id} by request_profile_deletion"], await sandbox.ChangesAsync());
    }

    [Fact]
    public async Task What_is_under_way_ends_with_the_server()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero));
        var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { RateLimits = false, Time = time });
        await sandbox.MakeAsync("""{"attributes":{"email":"gone@example.com"}}""");
        await DeleteAsync(sandbox, "gone@example.com");
        await sandbox.DisposeAsync();

        // A timer that were left would reach for what has been disposed.
        time.Advance(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Many_at_once_delete_each_person_once_and_nobody_else()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var people = await sandbox.ControlAsync(HttpMethod.Post, "/sandbox/people/bulk", new { count = 40, lists = 2, membership = 0.5 });
        var before = (await sandbox.ControlAsync(HttpMethod.Get, "/sandbox"))["profiles"]!;
        await sandbox.ControlAsync(HttpMethod.Put, "/sandbox/quirks", new { jobs = new { deletionMilliseconds = 5 } });
        var victims = people["people"]!.AsArray().Take(20).ToList();
        await Task.WhenAll(victims.SelectMany(person => Enumerable.Repeat((string)person!["email"]!, 3)).Select(email => DeleteAsync(sandbox, email)));

        var deadline = DateTime.UtcNow.AddSeconds(30);
        while ((await sandbox.ChangesAsync()).Count < victims.Count && DateTime.UtcNow < deadline)
            await Task.Delay(50);
        Assert.Equal(
            victims.Select(person => $"deleted {person!["profileId"]} by request_profile_deletion").Order(StringComparer.Ordinal),
            (await sandbox.ChangesAsync()).Order(StringComparer.Ordinal));
        Assert.Equal((int)before - 20, (int)(await sandbox.ControlAsync(HttpMethod.Get, "/sandbox"))["profiles"]!);
    }

    [Theory]
    [InlineData("""{"jobs":{"deletionMilliseconds":-1}}""")]
    [InlineData("""{"jobs":{"mergeMilliseconds":600001}}""")]
    public async Task A_job_that_takes_an_impossible_time_is_refused(string quirks)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var content = new StringContent(quirks);
        using var response = await sandbox.Client.PutAsync(new Uri("/sandbox/quirks", UriKind.Relative), content);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(300, (int)(await sandbox.ControlAsync(HttpMethod.Get, "/sandbox/quirks"))["jobs"]!["deletionMilliseconds"]!);
    }

    private static async Task<int> DeleteAsync(RunningSandbox sandbox, string email) => (await sandbox.SendAsync(
        HttpMethod.Post,
        "/api/data-privacy-deletion-jobs",
        new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["type"] = "data-privacy-deletion-job",
                ["attributes"] = new JsonObject
                {
                    ["profile"] = new JsonObject
                    {
                        ["data"] = new JsonObject { ["type"] = "profile", ["attributes"] = new JsonObject { ["email"] = email } },
                    },
                },
            },
        }.ToJsonString())).Status;
}
