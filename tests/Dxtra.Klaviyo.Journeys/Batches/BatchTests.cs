using System.Net;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Journeys.Access;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Batches;

/// <summary>A file with good, bad and repeated lines, followed to its end.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class BatchTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private Installation _installation = null!;
    private AccessJourney _journey = null!;
    private Caller _caller = null!;
    private string _processor = null!;
    private IReadOnlyList<string> _people = null!;

    public async Task InitializeAsync()
    {
        _installation = await Installation.StartAsync(azurite);
        _processor = await _installation.ConnectAsync();
        _journey = new AccessJourney(_installation, _processor);
        _caller = new Caller(_installation);
        using var sandbox = new SandboxControl(_installation.Sandbox.BaseAddress);
        _people = [.. (await sandbox.PeopleAsync()).Select(person => (string?)person["email"]).OfType<string>().Take(20)];
    }

    public async Task DisposeAsync()
    {
        _caller.Dispose();
        _journey.Dispose();
        await _installation.DisposeAsync();
    }

    [Fact]
    public async Task Good_lines_are_answered_bad_ones_named_and_repeated_ones_point_to_the_first()
    {
        var batch = await PostAsync($"""
            Name,EMAIL,type,notes
            Somebody,{_people[0]},access,"called, twice"
            ,{_people[1]},portability,
            ,not-an-address,access,
            ,{_people[2]},erasure,
            ,{_people[0].ToUpperInvariant()},access,
            ,stranger@customers.test,,
            """);

        Assert.Equal((HttpStatusCode.Accepted, 6, 3), (batch.Status, Number(batch.Body!["counts"]!["lines"]), Number(batch.Body["counts"]!["accepted"])));
        var over = await FollowAsync(batch, requests: 3);
        Assert.Equal(
            ["2 accepted completed ", "3 accepted completed ", "4 rejected  email", "5 rejected  type", "6 duplicate completed ", "7 accepted completed "],
            Lines(over).Select(line => $"{line["line"]} {line["status"]} {line["requestStatus"]} {string.Join(' ', line["errors"]?.AsObject().Select(error => error.Key) ?? [])}"));
        Assert.Equal(Lines(over)[0]["requestId"]!.GetValue<string>(), Lines(over)[4]["requestId"]!.GetValue<string>());
        Assert.DoesNotContain("@", over.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_of_a_batch_holds_what_the_export_of_one_request_holds()
    {
        var batch = await PostAsync("email\n" + string.Join('\n', _people));

        var over = await FollowAsync(batch, _people.Count);

        Assert.DoesNotContain(_installation.Proxies.Klaviyo.Calls, call => call.Path.StartsWith("/api/profiles/", StringComparison.Ordinal));
        foreach (var index in new[] { 0, 2, 7 })
        {
            var together = await _journey.DownloadAsync(Lines(over)[index]["requestId"]!.GetValue<string>());
            var alone = await _journey.WalkAsync(_people[index]);
            Assert.Equal(alone["profiles"]!.ToJsonString(), together["profiles"]!.ToJsonString());
            Assert.Equal(alone["counts"]!.ToJsonString(), together["counts"]!.ToJsonString());
            Assert.Equal(Parts(alone), Parts(together));
        }
    }

    [Fact]
    public async Task A_kill_in_the_middle_loses_no_request_and_makes_none_twice()
    {
        var hold = _installation.Proxies.Klaviyo.HoldNext(call => call.Path.Contains("/lists/", StringComparison.Ordinal));
        var batch = await PostAsync("email\n" + string.Join('\n', _people));
        for (var kill = 1; kill <= 2; kill++)
        {
            await hold.WaitAsync(Patience);
            await _installation.KillAppAsync();
            hold = _installation.Proxies.Klaviyo.HoldNext(call => call.Path.StartsWith("/api/events", StringComparison.Ordinal), afterAnswer: true);
            await _installation.StartAppAsync();
        }

        await FollowAsync(batch, _people.Count);
        Assert.Equal(_people.Count, (await _caller.GetAsync("requests?limit=500")).Body!["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("email\n", 422)]
    [InlineData("email\n\"nobody", 400)]
    public async Task A_file_that_cannot_be_read_says_so(string file, int status)
    {
        var answer = await PostAsync(file);

        Assert.Equal((status, "application/problem+json"), ((int)answer.Status, answer.MediaType));
        Assert.Equal(["body"], answer.Fields);
    }

    [Fact]
    public async Task A_file_of_5001_people_is_too_large()
    {
        var answer = await PostAsync("email\n" + string.Concat(Enumerable.Range(0, 5_001).Select(number => $"p{number}@customers.test\n")));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("5000", answer.Body!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private Task<Caller.Answer> PostAsync(string file) => _caller.PostAsync($"processors/{_processor}/access-requests/batch", file, "text/csv");

    private async Task<JsonNode> FollowAsync(Caller.Answer batch, int requests)
    {
        var path = $"batches/{batch.Body!["id"]!.GetValue<string>()}?limit=500";
        var over = await Poll.UntilAsync(
            async () => (await _caller.GetAsync(path)).Body!,
            view => view["requests"]!["completed"] is { } completed && Number(completed) == requests, Patience, "The end of the batch");
        return over;
    }

    private static List<JsonNode> Lines(JsonNode view) => [.. view["lines"]!["items"]!.AsArray().OfType<JsonNode>()];

    /// <summary>Which operations gave them and in how many pages differs; what they gave does not.</summary>
    private static IEnumerable<string> Parts(JsonObject export) =>
        export["manifest"]!["parts"]!.AsArray().Select(part => $"{part!["category"]} {part["rows"]} {part["sha256"]} {part["gap"]}");

    private static int Number(JsonNode? node) => node!.GetValue<int>();
}
