using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class GatherPartsActivityTests : IAsyncLifetime
{
    private AccessFixture _access = null!;

    public async Task InitializeAsync()
    {
        _access = await AccessFixture.CreateAsync();
        await _access.FindAsync();
    }

    public async Task DisposeAsync() => await _access.DisposeAsync();

    [Theory]
    [InlineData(Reads.Profile, Categories.Profile, 1, "get_profiles")]
    [InlineData(Reads.Predictions, Categories.PredictiveAnalytics, 1, "get_profile")]
    [InlineData(Reads.Groups, Categories.Lists, 2, "get_profile")]
    [InlineData(Reads.Groups, Categories.Segments, 1, "get_profile")]
    public async Task A_category_becomes_a_part_with_a_line_for_each_row(string read, string category, int rows, string operation)
    {
        var part = (await _access.GatherAsync(read)).Single(part => part.Category == category);

        Assert.Equal((rows, operation, null), (part.Rows, part.Operation, part.Gap));
        Assert.Equal(rows, Lines(category).Length);
        Assert.Equal((_access.Exports.Blobs[Blob(category)].Length, Some.Now), (part.Bytes, part.AsOf));
        Assert.Matches("^[0-9a-f]{64}$", part.Sha256);
    }

    [Fact]
    public async Task The_profile_is_kept_as_Klaviyo_sent_it_with_fields_unknown_to_us()
    {
        var sent = JsonNode.Parse(Examples.Read("klaviyo/profile.json"))!["data"]!;
        _access.Klaviyo.AnswersText("/api/profiles", $$"""{"data":[{{sent.ToJsonString()}}]}""");

        await _access.GatherAsync(Reads.Profile);

        Assert.True(JsonNode.DeepEquals(sent, JsonNode.Parse(Lines(Categories.Profile).Single())));
        Assert.Contains(_access.Klaviyo.Asked.Select(Uri.UnescapeDataString), call => call.StartsWith(
            "/api/profiles?additional-fields[profile]=subscriptions&filter=equals(id,\"01ADA\")", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_profile_without_predictions_has_an_empty_part()
    {
        _access.Klaviyo.AnswersText("/api/profiles/01ADA", """{"data":{"type":"profile","id":"01ADA","attributes":{"predictive_analytics":null}}}""");

        var part = Assert.Single(await _access.GatherAsync(Reads.Predictions));

        Assert.Equal((0, null), (part.Rows, part.Gap));
    }

    [Fact]
    public async Task Lists_have_the_time_of_joining_and_a_person_without_address_and_phone_has_none()
    {
        _access.Klaviyo.AnswersText("/api/lists/L1/profiles", """{"data":[{"type":"profile","id":"0OTHER","attributes":{"joined_group_at":"2020-01-01T00:00:00+00:00"}},{"type":"profile","id":"01ADA","attributes":{"joined_group_at":"2024-05-06T07:08:09+00:00"}}]}""");

        await _access.GatherAsync(Reads.Groups);

        var lists = Lines(Categories.Lists).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["Newsletter", "Kids’ Collection"], lists.Select(list => list["name"]!.GetValue<string>()));
        Assert.Equal("2024-05-06T07:08:09+00:00", lists[0]["joinedAt"]!.GetValue<string>());
        Assert.Null(lists[1]["joinedAt"]);
        Assert.Equal("unknown to us", lists[1]["list"]!["attributes"]!["mood"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_queue_for_the_one_call_that_gives_both_groups_is_gone_round_by_two_calls()
    {
        _access.Klaviyo.AnswersText("/api/profiles/01ADA", "{}", 429);

        var parts = await _access.GatherAsync(Reads.Groups);

        Assert.Equal([("lists", "get_lists_for_profile", 2), ("segments", "get_segments_for_profile", 1)], parts.Select(part => (part.Category, part.Operation, part.Rows)));
    }

    [Theory]
    [InlineData("403-scope.json", 403, "MissingScope")]
    [InlineData("404-profile.json", 404, "ProfileGone")]
    public async Task What_cannot_be_read_for_good_is_a_gap(string answer, int status, string gap)
    {
        _access.Klaviyo.Answers("/api/profiles/01ADA", answer, status);

        var part = Assert.Single(await _access.GatherAsync(Reads.Predictions));

        Assert.Equal((gap, 0, null), (part.Gap?.ToString(), part.Rows, part.Sha256));
    }

    [Fact]
    public async Task A_Klaviyo_that_asks_for_patience_is_asked_again_later()
    {
        _access.Klaviyo.Answers("/api/profiles/01ADA", _ => new Patiently("40"));
        Assert.Equal(40, (await _access.GatherParts.RunAsync(new(_access.Work, 0, Reads.Predictions), CancellationToken.None)).Seconds);

        _access.Klaviyo.Answers("/api/profiles/01ADA", _ => new Patiently("0"));
        Assert.Equal(5, (await _access.GatherParts.RunAsync(new(_access.Work, 0, Reads.Predictions), CancellationToken.None)).Seconds);
    }

    [Fact]
    public async Task Nothing_is_read_for_a_request_that_was_given_up()
    {
        await _access.Requests.UpdateAsync(
            _access.Work.ControllerDid, _access.Work.RequestId, "a", request => request with { Status = RequestStatus.Cancelled }, CancellationToken.None);
        var asked = _access.Klaviyo.Asked.Count;

        var parts = await _access.GatherAsync(Reads.Groups);

        Assert.Equal([GapReason.Unavailable, GapReason.Unavailable], parts.Select(part => part.Gap!.Value));
        Assert.Null(await _access.History.PlanAsync(_access.Work, 0, CancellationToken.None));
        Assert.Empty((await _access.History.ReadAsync(_access.Work, 0, new(null, null), 0, 0, CancellationToken.None)).Rest);
        Assert.Equal(asked, _access.Klaviyo.Asked.Count);
    }

    [Fact]
    public async Task A_Klaviyo_that_does_not_answer_is_for_the_durable_retry()
    {
        _access.Klaviyo.Answers("/api/profiles/01ADA", "500.json", 503);

        await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => _access.GatherAsync(Reads.Predictions));
    }

    private sealed class Patiently(string seconds) : Microsoft.AspNetCore.Http.IResult
    {
        public Task ExecuteAsync(Microsoft.AspNetCore.Http.HttpContext httpContext)
        {
            (httpContext.Response.StatusCode, httpContext.Response.Headers.RetryAfter) = (429, seconds);
            return Task.CompletedTask;
        }
    }

    private string Blob(string category) => ExportNames.Part(_access.Work, ExportNames.PartFile(0, category));

    private string[] Lines(string category) => _access.Exports.Text(Blob(category)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
