using System.Text.Json.Nodes;
using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Whatever a history is like and however Klaviyo sends it: every event is in the export, once, in order.</summary>
public sealed class HistoryReaderTests : IAsyncLifetime
{
    private static readonly Gen<long> Crowded = Gen.Long[1_700_000_000, 1_700_000_003];
    private static readonly Gen<long> Dense = Gen.Long[1_700_000_000, 1_700_000_100];
    private static readonly Gen<long> Wide = Gen.Long[900_000_000, 1_900_000_000];

    private AccessFixture _access = null!;

    public async Task InitializeAsync()
    {
        _access = await AccessFixture.CreateAsync();
        await _access.FindAsync();
    }

    public async Task DisposeAsync() => await _access.DisposeAsync();

    [Fact]
    public async Task Every_event_is_read_once_and_in_order() =>
        await Histories(Gen.OneOf(Crowded, Dense, Wide)).SampleAsync(events => AssertExactAsync(new(events)), iter: 60, threads: 1);

    [Fact]
    public async Task Events_that_come_again_on_the_next_page_are_kept_once() =>
        await Histories(Gen.OneOf(Dense, Wide)).SampleAsync(events => AssertExactAsync(new(events) { Repeats = true }), iter: 30, threads: 1);

    [Fact]
    public async Task Events_that_come_in_a_window_they_do_not_belong_to_are_kept_once() =>
        await Histories(Gen.OneOf(Dense, Wide)).SampleAsync(events => AssertExactAsync(new(events) { TooGenerous = true }), iter: 30, threads: 1);

    [Fact]
    public async Task Events_out_of_order_are_all_read() =>
        await Gen.Select(Histories(Dense), Gen.Int).SampleAsync(
            (events, seed) => AssertExactAsync(new(events) { Disorder = item => HashCode.Combine(item.Id, seed) }), iter: 30, threads: 1);

    [Fact]
    public async Task Events_without_a_time_are_kept_once_though_they_come_with_every_window() =>
        await Gen.Select(Histories(Dense), Gen.Int[1, 3]).SampleAsync(
            (events, timeless) => AssertExactAsync(new([.. events, .. Enumerable.Range(0, timeless).Select(n => new FakeHistory.Item($"timeless{n}", null))])),
            iter: 30, threads: 1);

    [Fact]
    public async Task Thousands_within_one_second_are_read_to_the_end() =>
        await AssertExactAsync(new([.. Enumerable.Range(0, 3_000).Select(n => new FakeHistory.Item($"E{n}", n == 0 ? 1 : 1_700_000_000))]) { PageSize = 100 });

    [Fact]
    public async Task A_long_history_is_read_side_by_side_and_not_much_is_read_twice()
    {
        var events = Enumerable.Range(0, 20_000).Select(n => new FakeHistory.Item($"E{n}", 1_600_000_000 + (n * 3_600L))).ToList();

        await AssertExactAsync(new(events) { PageSize = 1_000 });

        Assert.InRange(_access.Klaviyo.Asked.Count(call => call.StartsWith("/api/events", StringComparison.Ordinal)), 20, 40);
    }

    [Fact]
    public async Task One_page_takes_one_call()
    {
        await AssertExactAsync(new([new("E1", 2), new("E2", 1)]));

        Assert.Single(_access.Klaviyo.Asked, call => call.StartsWith("/api/events", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_profile_that_had_events_and_has_none_is_asked_for_and_is_gone()
    {
        _access.Klaviyo.AnswersText("/api/profiles", """{"data":[{"type":"profile","id":"01ADA","attributes":{"email":"ada@example.com","last_event_date":"2026-01-01T00:00:00+00:00"}}]}""");
        await _access.FindAsync();
        new FakeHistory([]).AnswerFor(_access.Klaviyo);
        _access.Klaviyo.Answers("/api/profiles/01ADA", "404-profile.json", 404);

        await Assert.ThrowsAsync<KlaviyoNotFoundException>(() => WindowLoop.ReadAsync(_access));
    }

    private static Gen<FakeHistory.Item[]> Histories(Gen<long> time) =>
        time.Array[0, 120].Select(times => times.Select((second, n) => new FakeHistory.Item($"E{n}", second)).ToArray());

    private async Task AssertExactAsync(FakeHistory history)
    {
        _access.Exports.Blobs.Keys.Where(name => name.Contains("/events-", StringComparison.Ordinal)).ToList().ForEach(name => _access.Exports.Blobs.TryRemove(name, out _));
        history.AnswerFor(_access.Klaviyo);

        var pieces = await WindowLoop.ReadAsync(_access);

        Assert.Equal((null, null), (pieces[0].Window.From, pieces[^1].Window.To));
        Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.Equal(pair.First.Window.To, pair.Second.Window.From));
        var rows = await RowsAsync(pieces);
        Assert.Equal(history.Events.Select(item => item.Id).Order(StringComparer.Ordinal), rows.Select(row => row.Id).Order(StringComparer.Ordinal));
        var inOrder = rows.Where(row => row.Time is not null).ToList();
        Assert.Equal(inOrder.OrderBy(row => row.Time).ThenBy(row => row.Id, StringComparer.Ordinal), inOrder);
    }

    /// <summary>As the export has them.</summary>
    private async Task<List<FakeHistory.Item>> RowsAsync(IReadOnlyList<HistoryPiece> pieces)
    {
        var parts = (await _access.DigestHistory.RunAsync(new(_access.Work, 0, pieces, null), CancellationToken.None)).Output!;
        var events = parts.Single(part => part.Category == Categories.Events);
        var lines = events.Files.SelectMany(file => _access.Exports.Text(ExportNames.Part(_access.Work, file)).Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.Equal((lines.Count, pieces.Sum(piece => piece.Pages)), (events.Rows, events.Pages));
        return [.. lines.Select(line => JsonNode.Parse(line)!["event"]!).Select(row => new FakeHistory.Item((string)row["id"]!, (long?)row["attributes"]!["timestamp"]))];
    }
}
