namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The whole of an access request on the durable engine, with stores in memory and a clock that the test moves.</summary>
public sealed class AccessOrchestratorTests : IAsyncLifetime
{
    private AccessFixture _access = null!;
    private AccessApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await AccessApp.StartAsync();
        _access = _app.Access;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_request_is_gathered_assembled_and_completed()
    {
        Assert.Equal(RequestResult.Complete, await RunAsync());

        Assert.Equal(RequestStatus.Completed, _access.Request.Status);
        Assert.Equal((1, 2, 1, 2), Counts(_access.Request.Outcome!));
        Assert.Contains(_access.Request.Outcome!.Exports["json"].BlobName, _access.Exports.Blobs.Keys);
        Assert.Single(_access.Activity.Entries);
    }

    [Fact]
    public async Task A_category_that_fails_for_good_becomes_a_gap()
    {
        _access.Klaviyo.Answers("/api/events", "500.json", 503);

        Assert.Equal(RequestResult.Partial, await RunAsync());

        Assert.Equal(Reads.CategoriesOf(Reads.History).Order(), _access.Request.Outcome!.Gaps.Select(gap => gap.Category).Order());
        Assert.All(_access.Request.Outcome.Gaps, gap => Assert.Equal(GapReason.Unavailable, gap.Reason));
        Assert.Equal((1, 2, 1, 0), Counts(_access.Request.Outcome!));
        Assert.Equal(12, _access.Klaviyo.Asked.Count(call => call.StartsWith("/api/events", StringComparison.Ordinal)));
        Assert.InRange(_access.Time.GetUtcNow() - Some.Now, TimeSpan.FromMinutes(65), TimeSpan.FromMinutes(120));
    }

    [Fact]
    public async Task A_category_that_fails_in_passing_is_read_in_the_end()
    {
        var calls = 0;
        _access.Klaviyo.Answers("/api/events", _ => ++calls < 4
            ? Microsoft.AspNetCore.Http.Results.StatusCode(503)
            : Microsoft.AspNetCore.Http.Results.Text(Examples.Read("klaviyo/events.json"), "application/vnd.api+json"));

        Assert.Equal(RequestResult.Complete, await RunAsync());
        Assert.Equal(4, calls);
    }

    [Theory]
    [InlineData("/api/events", "events.json")]
    [InlineData("/api/profiles", "profiles.json")]
    [InlineData("/api/profiles/01ADA", "profile.json")]
    public async Task Having_to_wait_for_a_turn_uses_up_no_patience_and_leaves_no_gap(string path, string example)
    {
        var calls = 0;
        _access.Klaviyo.Answers(path, _ => ++calls <= 3 * 12
            ? Microsoft.AspNetCore.Http.Results.StatusCode(429)
            : Microsoft.AspNetCore.Http.Results.Text(Examples.Read($"klaviyo/{example}"), "application/vnd.api+json"));

        Assert.Equal(RequestResult.Complete, await RunAsync());

        Assert.InRange(calls, 37, 40);
    }

    [Fact]
    public async Task A_key_that_Klaviyo_refuses_fails_the_request_at_once()
    {
        _access.Klaviyo.Answers("/api/profiles", "401-authentication-failed.json", 401);

        Assert.Equal(RequestResult.AuthenticationFailed, await RunAsync());

        Assert.Equal((RequestStatus.Failed, RequestResult.AuthenticationFailed), (_access.Request.Status, _access.Request.Outcome?.Result));
        Assert.Single(_access.Klaviyo.Asked);
        Assert.Empty(_access.Exports.Blobs);
    }

    [Fact]
    public async Task A_Klaviyo_that_stays_away_fails_the_request()
    {
        _access.Klaviyo.Answers("/api/profiles", "500.json", 503);

        Assert.Equal(RequestResult.Unavailable, await RunAsync());

        Assert.Equal(RequestStatus.Failed, _access.Request.Status);
    }

    [Fact]
    public async Task A_request_that_fails_in_the_end_keeps_nothing_of_what_was_gathered()
    {
        // What only the export reads.
        _access.Exports.OpenFault = name => name.EndsWith("lists.ndjson", StringComparison.Ordinal) ? new IOException("storage is gone") : null;

        Assert.Equal(RequestResult.Unavailable, await RunAsync());

        Assert.Equal(RequestStatus.Failed, _access.Request.Status);
        Assert.Empty(_access.Exports.Blobs);
    }

    [Fact]
    public async Task A_retry_that_fails_in_the_end_keeps_the_export_that_there_was()
    {
        _access.Klaviyo.Answers("/api/events", "500.json", 503);
        await RunAsync();
        var before = _access.Request.Outcome!.Exports["json"];
        await _access.Requests.UpdateAsync(
            _access.Work.ControllerDid, _access.Work.RequestId, "x", request => request with { Status = RequestStatus.Running, Run = 2 }, CancellationToken.None);
        _access.Exports.OpenFault = name => name.EndsWith("lists.ndjson", StringComparison.Ordinal) ? new IOException("storage is gone") : null;

        await _app.RunAsync(nameof(AccessOrchestrator), _access.Work with { Run = 2 });

        Assert.Equal((RequestStatus.Completed, RequestResult.Partial, before), (_access.Request.Status, _access.Request.Outcome!.Result, _access.Request.Outcome.Exports["json"]));
        Assert.Contains(before.BlobName, _access.Exports.Blobs.Keys);
    }

    [Fact]
    public async Task Nobody_found_completes_with_an_export_that_says_so()
    {
        _access.Klaviyo.AnswersText("/api/profiles", """{"data":[],"links":{"next":null}}""");

        Assert.Equal(RequestResult.NoSuchProfile, await RunAsync());

        Assert.Equal(RequestStatus.Completed, _access.Request.Status);
        Assert.Contains("\"profiles\": []", _access.Exports.Text(_access.Request.Outcome!.Exports["json"].BlobName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_and_status_name_nobody()
    {
        await RunAsync();

        var instance = await _app.Durable.GetInstanceAsync(_access.Work.RequestId, getInputsAndOutputs: true);
        var kept = $"{instance!.SerializedInput} {instance.SerializedOutput} {instance.SerializedCustomStatus}";
        var (controller, processor, request, _, _) = _access.Work;
        var said = new[] { controller, processor, request }.Aggregate(kept, (text, id) => text.Replace(id, "", StringComparison.Ordinal));
        Assert.DoesNotContain("ada", said, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(new("assembling", 0, 1, "formats"), instance.ReadCustomStatusAs<RequestProgress>());
    }

    private static (int, int, int, int) Counts(RequestOutcome outcome) =>
        (outcome.Counts["profiles"], outcome.Counts["lists"], outcome.Counts["segments"], outcome.Counts["events"]);

    private async Task<RequestResult> RunAsync() =>
        (await _app.RunAsync(nameof(AccessOrchestrator), _access.Work)).ReadOutputAs<RequestResult>();
}
