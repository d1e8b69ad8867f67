namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ReviewsReaderTests : IAsyncLifetime
{
    private const string Reviews = """
        {"data":[{"type":"review","id":"R1","attributes":{"email":"Ada@Example.com","content":"Warm"}},{"type":"review","id":"R2","attributes":{"email":"eve@example.com"}},
         {"type":"review","id":"R3","attributes":{"email":null}},{"type":"review","id":"R4","attributes":{"email":"ada@example.com"}}],"links":{"next":null}}
        """;

    private AccessFixture _access = null!;

    public async Task InitializeAsync()
    {
        _access = await AccessFixture.CreateAsync();
        _access.Klaviyo.AnswersText("/api/reviews", Reviews);
        await _access.FindAsync();
    }

    public async Task DisposeAsync() => await _access.DisposeAsync();

    [Fact]
    public async Task Reviews_with_the_persons_address_in_any_case_are_theirs_and_no_others()
    {
        Metric("Submitted Review");

        var part = Assert.Single(await _access.GatherAsync(Reads.Reviews));

        Assert.Equal(2, part.Rows);
        var text = _access.Exports.Text(ExportNames.Part(_access.Work, part.Files[0]));
        Assert.Equal((true, true, false), (text.Contains("R1", StringComparison.Ordinal), text.Contains("R4", StringComparison.Ordinal), text.Contains("eve", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_account_without_metrics_of_reviews_is_not_asked_for_any()
    {
        Metric("Placed Order");

        var part = Assert.Single(await _access.GatherAsync(Reads.Reviews));

        Assert.Equal((0, null), (part.Rows, part.Gap));
        Assert.DoesNotContain(_access.Klaviyo.Asked, call => call.StartsWith("/api/reviews", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_that_does_not_show_its_metrics_is_asked_all_the_same()
    {
        _access.Klaviyo.Answers("/api/metrics", "403-scope.json", 403);

        Assert.Equal(2, Assert.Single(await _access.GatherAsync(Reads.Reviews)).Rows);
    }

    [Fact]
    public async Task Reviews_are_looked_through_once_for_the_requests_of_some_minutes_which_say_when()
    {
        Metric("Submitted Review");
        var first = Assert.Single(await _access.GatherAsync(Reads.Reviews));
        _access.Time.Advance(TimeSpan.FromMinutes(5));

        var second = Assert.Single(await _access.GatherAsync(Reads.Reviews));

        Assert.Equal(first, second with { Files = first.Files });
        Assert.Equal(Some.Now, second.AsOf);
        Assert.Single(_access.Klaviyo.Asked, call => call.StartsWith("/api/reviews", StringComparison.Ordinal));
    }

    private void Metric(string name) => _access.Klaviyo.AnswersText(
        "/api/metrics", $$"""{"data":[{"type":"metric","id":"M1","attributes":{"name":"{{name}}"} }],"links":{"next":null} }""");
}
