using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class GatherPartActivityTests : IAsyncLifetime
{
    private AccessFixture _access = null!;

    public async Task InitializeAsync()
    {
        _access = await AccessFixture.CreateAsync();
        await _access.FindAsync();
    }

    public async Task DisposeAsync() => await _access.DisposeAsync();

    [Theory]
    [InlineData(Categories.Profile, 1, "get_profile")]
    [InlineData(Categories.PredictiveAnalytics, 1, "get_profile")]
    [InlineData(Categories.Lists, 2, "get_lists_for_profile")]
    [InlineData(Categories.Segments, 1, "get_segments_for_profile")]
    [InlineData(Categories.Events, 2, "get_events")]
    public async Task A_category_becomes_a_part_with_a_line_for_each_row(string category, int rows, string operation)
    {
        var part = await _access.GatherAsync(category);

        Assert.Equal((rows, operation, null), (part.Rows, part.Operation, part.Gap));
        Assert.Equal(rows, Lines(category).Length);
        Assert.Equal((_access.Exports.Blobs[Blob(category)].Length, Some.Now), (part.Bytes, part.AsOf));
        Assert.Matches("^[0-9a-f]{64}$", part.Sha256);
    }

    [Fact]
    public async Task A_repeat_replaces_the_part_with_the_same()
    {
        var first = await _access.GatherAsync(Categories.Events);

        Assert.Equal(first, await _access.GatherAsync(Categories.Events));
        Assert.Single(_access.Exports.Blobs);
    }

    [Fact]
    public async Task The_profile_is_kept_as_Klaviyo_sent_it_with_fields_unknown_to_us()
    {
        await _access.GatherAsync(Categories.Profile);

        var sent = JsonNode.Parse(Examples.Read("klaviyo/profile.json"))!["data"];
        Assert.True(JsonNode.DeepEquals(sent, JsonNode.Parse(Lines(Categories.Profile).Single())));
        Assert.Contains("/api/profiles/01ADA?additional-fields[profile]=subscriptions", _access.Klaviyo.Asked.Select(Uri.UnescapeDataString));
    }

    [Fact]
    public async Task A_profile_without_predictions_has_an_empty_part()
    {
        _access.Klaviyo.AnswersText("/api/profiles/01ADA", """{"data":{"type":"profile","id":"01ADA","attributes":{"predictive_analytics":null}}}""");

        var part = await _access.GatherAsync(Categories.PredictiveAnalytics);

        Assert.Equal((0, null), (part.Rows, part.Gap));
    }

    [Fact]
    public async Task Events_carry_the_name_of_their_metric_and_their_attributions()
    {
        await _access.GatherAsync(Categories.Events);

        var lines = Lines(Categories.Events);
        var first = JsonNode.Parse(lines[0])!;
        Assert.Equal("Opened Email", first["metric"]!.GetValue<string>());
        Assert.Equal("E1", first["event"]!["id"]!.GetValue<string>());
        Assert.Equal("A1", Assert.Single(first["attributions"]!.AsArray())!["id"]!.GetValue<string>());
        Assert.Null(JsonNode.Parse(lines[1])!["metric"]);
        Assert.Contains("""cut off \ud83d""", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("403-scope.json", 403, "MissingScope")]
    [InlineData("404-profile.json", 404, "ProfileGone")]
    public async Task What_cannot_be_read_for_good_is_a_gap(string answer, int status, string gap)
    {
        _access.Klaviyo.Answers("/api/profiles/01ADA/lists", answer, status);

        var part = await _access.GatherAsync(Categories.Lists);

        Assert.Equal((gap, 0, null), (part.Gap?.ToString(), part.Rows, part.Sha256));
        Assert.Empty(_access.Exports.Blobs);
    }

    [Fact]
    public async Task A_Klaviyo_that_does_not_answer_is_for_the_durable_retry()
    {
        _access.Klaviyo.Answers("/api/profiles/01ADA/lists", "500.json", 503);

        await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => _access.GatherAsync(Categories.Lists));
    }

    private string Blob(string category) => ExportNames.Part(_access.Work, 0, category);

    private string[] Lines(string category) => _access.Exports.Text(Blob(category)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
