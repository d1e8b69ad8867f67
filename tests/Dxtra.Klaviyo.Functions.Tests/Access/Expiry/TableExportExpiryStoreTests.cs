namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class TableExportExpiryStoreTests(StorageFixture storage)
{
    private readonly TableExportExpiryStore _store = new(storage.Tables);
    private readonly string _controller = Some.Controller();

    [Fact]
    public async Task Those_whose_time_has_come_are_read_the_earliest_day_first()
    {
        var late = await AddAsync("a", Some.Now);
        var early = await AddAsync("b", Some.Now.AddDays(-3));
        await AddAsync("c", Some.Now.AddSeconds(1));
        await AddAsync("d", Some.Now.AddDays(1));

        Assert.Equal([early, late], await ReadAsync(Some.Now));
    }

    [Fact]
    public async Task Many_come_in_pages_and_all_of_them()
    {
        for (var number = 0; number < 230; number++)
            await AddAsync($"{number}", Some.Now.AddDays(-1));

        Assert.Equal(230, (await ReadAsync(Some.Now)).Count);
    }

    [Fact]
    public async Task One_that_is_moved_is_there_once()
    {
        var expiry = await AddAsync("a", Some.Now);

        await _store.MoveAsync(expiry, Some.Now.AddHours(1), CancellationToken.None);
        Assert.Equal(Some.Now.AddHours(1), Assert.Single(await ReadAsync(Some.Now.AddDays(9))).At);

        await _store.MoveAsync(expiry, Some.Now.AddDays(2), CancellationToken.None);
        Assert.Equal(Some.Now.AddDays(2), Assert.Single(await ReadAsync(Some.Now.AddDays(9))).At);
    }

    [Fact]
    public async Task One_that_is_gone_may_be_removed_again()
    {
        var expiry = await AddAsync("a", Some.Now);

        await _store.RemoveAsync(expiry, CancellationToken.None);
        await _store.RemoveAsync(expiry, CancellationToken.None);

        Assert.Empty(await ReadAsync(Some.Now));
    }

    private async Task<Expiry> AddAsync(string id, DateTimeOffset at)
    {
        var expiry = new Expiry(_controller, $"{_controller[^12..]}-{id}", at);
        await _store.AddAsync(expiry, CancellationToken.None);
        return expiry;
    }

    /// <summary>Those of this test: the table is for all controllers.</summary>
    private async Task<IReadOnlyList<Expiry>> ReadAsync(DateTimeOffset now) =>
        await _store.ReadDueAsync(now, CancellationToken.None).Where(expiry => expiry.ControllerDid == _controller).ToListAsync();
}
