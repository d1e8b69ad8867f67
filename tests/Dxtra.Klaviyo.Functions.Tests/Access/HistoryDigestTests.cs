namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class HistoryDigestTests
{
    [Fact]
    public async Task Joining_and_leaving_lists_is_told_with_how_it_came_about()
    {
        var digest = new HistoryDigest(_ => Task.FromResult(new MessageNames()));
        await digest.AddAsync(Happened.Row("Subscribed to List", "2026-01-01T00:00:00Z", """{"List":"Newsletter","Method":"Form"}"""));
        await digest.AddAsync(Happened.Row("Unsubscribed from List", "2026-02-01T00:00:00Z", """{"List":"Newsletter"}"""));
        await digest.AddAsync(Happened.Row("Viewed Page"));

        var changes = Happened.Read(digest.Rows().Single(rows => rows.Category == Categories.ListChanges).Rows);

        Assert.Equal(
            ["subscribed Newsletter 2026-01-01T00:00:00Z Form", "unsubscribed Newsletter 2026-02-01T00:00:00Z "],
            changes.Select(change => $"{change["change"]} {change["list"]} {change["at"]} {change["method"]}"));
    }

    [Fact]
    public async Task Names_are_asked_for_only_where_messages_are()
    {
        var asked = 0;
        var digest = new HistoryDigest(_ =>
        {
            asked++;
            return Task.FromResult(new MessageNames());
        });

        await digest.AddAsync(Happened.Row("Viewed Page"));
        await digest.AddAsync(Happened.Row("Placed Order"));
        Assert.Equal(0, asked);

        await digest.AddAsync(Happened.Row("Received Email"));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Names_that_are_known_do_not_have_to_be_asked_for_again()
    {
        var enough = new List<bool>();
        var digest = new HistoryDigest(suffices =>
        {
            enough.Add(suffices(new MessageNames()));
            return Task.FromResult(new MessageNames());
        });

        await digest.AddAsync(Happened.Row("Received Email", properties: """{"$flow":"F1"}"""));
        await digest.AddAsync(Happened.Row("Received Email"));

        Assert.Equal([false, true], enough);
    }
}
