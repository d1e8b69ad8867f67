using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class TableActivityLogTests(StorageFixture storage)
{
    [Fact]
    public async Task Entries_lie_with_their_controller_newest_first()
    {
        var controller = Some.Controller();
        var log = new TableActivityLog(storage.Tables);
        foreach (var minute in new[] { 1, 3, 2 })
            await log.AppendAsync(Entry(controller, Some.Now.AddMinutes(minute)), CancellationToken.None);

        var times = new List<DateTimeOffset?>();
        await foreach (var row in (await storage.Tables.GetAsync("Activity", CancellationToken.None)).QueryAsync<TableEntity>(row => row.PartitionKey == controller))
            times.Add(row.GetDateTimeOffset("At"));

        Assert.Equal([Some.Now.AddMinutes(3), Some.Now.AddMinutes(2), Some.Now.AddMinutes(1)], times);
    }

    private static ActivityEntry Entry(string controller, DateTimeOffset at) => new()
    {
        ControllerDid = controller,
        At = at,
        Source = ActivitySource.Klaviyo,
        Type = ActivityType.AccessRequest,
        Actor = "system",
        Outcome = "Complete",
    };
}
