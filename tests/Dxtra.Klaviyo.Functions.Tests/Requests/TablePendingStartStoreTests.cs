namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class TablePendingStartStoreTests(StorageFixture storage)
{
    private readonly TablePendingStartStore _store = new(storage.Tables);
    private readonly RequestWork _work = Some.Work();

    [Fact]
    public async Task A_promise_is_read_as_it_was_given()
    {
        var start = await AddAsync(Some.Now);

        Assert.Equal([start], await ReadAsync(Some.Now.AddSeconds(1)));
    }

    [Fact]
    public async Task Only_older_ones_are_read()
    {
        await AddAsync(Some.Now);

        Assert.Empty(await ReadAsync(Some.Now));
    }

    [Fact]
    public async Task A_kept_promise_is_gone_and_may_be_removed_again()
    {
        var start = await AddAsync(Some.Now);

        await _store.RemoveAsync(start, CancellationToken.None);
        await _store.RemoveAsync(start, CancellationToken.None);

        Assert.Empty(await ReadAsync(Some.Now.AddDays(1)));
    }

    private async Task<PendingStart> AddAsync(DateTimeOffset since)
    {
        var start = new PendingStart(_work, "SomeOrchestrator", since);
        await _store.AddAsync(start, CancellationToken.None);
        return start;
    }

    /// <summary>Those of this test: the table is for all controllers.</summary>
    private async Task<IReadOnlyList<PendingStart>> ReadAsync(DateTimeOffset olderThan)
    {
        var found = new List<PendingStart>();
        await foreach (var start in _store.ReadOlderThanAsync(olderThan, CancellationToken.None))
            found.Add(start);
        return [.. found.Where(start => start.Work.ControllerDid == _work.ControllerDid)];
    }
}
