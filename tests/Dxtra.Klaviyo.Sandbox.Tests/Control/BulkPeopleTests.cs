using System.Net.Http.Json;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Control;

public sealed class BulkPeopleTests
{
    private static readonly object Body = new { count = 200, lists = 20, segments = 20, membership = 0.25, events = 3, seed = 5 };

    [Fact]
    public async Task People_are_put_into_new_lists_and_segments_by_seed()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var made = (await sandbox.ControlAsync(HttpMethod.Post, "/sandbox/people/bulk", Body))["people"]!.AsArray();
        var people = (await sandbox.ControlAsync(HttpMethod.Get, "/sandbox/people?limit=1000")).AsArray()
            .Where(person => ((string?)person!["email"])?.EndsWith(".of5@example.com", StringComparison.Ordinal) == true)
            .ToList();

        Assert.Equal(200, made.Count);
        Assert.Equal(200, people.Count);
        Assert.All(people, person => Assert.Equal(3, (int)person!["events"]!));
        Assert.InRange(people.Average(person => (int)person!["lists"]!), 4, 6);
        Assert.InRange(people.Average(person => (int)person!["segments"]!), 4, 6);
    }

    [Fact]
    public async Task A_seed_gives_the_same_memberships_in_another_sandbox_and_cannot_be_used_twice_in_one()
    {
        await using var first = await RunningSandbox.StartAsync();
        await using var second = await RunningSandbox.StartAsync();

        Assert.Equal(await ListsAsync(first), await ListsAsync(second));
        using var content = JsonContent.Create(Body);
        using var response = await first.Client.PostAsync(new Uri("/sandbox/people/bulk", UriKind.Relative), content);
        Assert.Equal(400, (int)response.StatusCode);
    }

    private static async Task<List<string>> ListsAsync(RunningSandbox sandbox)
    {
        var made = (await sandbox.ControlAsync(HttpMethod.Post, "/sandbox/people/bulk", Body))["people"]!.AsArray();
        var truth = await sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/people/{made[7]!["profileId"]}");
        return [.. truth["lists"]!.AsArray().Select(list => (string)list!["name"]!)];
    }
}
