using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class TableLedgerStoreTests(StorageFixture storage)
{
    private readonly ConsentFixture _consent = new(new TableLedgerStore(storage.Tables));

    [Fact]
    public async Task The_same_news_at_once_from_everywhere_is_one_line_and_one_entry()
    {
        ConsentNews[] news = [_consent.News("e1", ConsentState.Subscribed, 600), _consent.News("e2", ConsentState.Unsubscribed, 60)];

        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => _consent.TakeAsync(number % 2 == 0 ? news : [news[1], news[0]])));

        Assert.Equal(2, receipts.Sum(receipt => receipt.Recorded));
        Assert.Equal(2, (await _consent.LinesAsync()).Count);
        Assert.Equal(2, _consent.Changes.Count());
        Assert.Equal(2, (await PageAsync(new(null, null, null))).Items.Count);
    }

    [Fact]
    public async Task Pages_go_newest_first_and_hold_everything_once()
    {
        await GivenAsync(25);

        var all = new List<ConsentChangeView>();
        string? cursor = null;
        do
        {
            var page = await PageAsync(new(null, null, null), 10, cursor);
            all.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 25).Select(number => $"e{number}"), all.Select(line => line.SourceId));
    }

    [Fact]
    public async Task Channel_and_time_pick_and_the_end_is_exclusive()
    {
        await GivenAsync(6);

        Assert.Equal(["e2", "e3"], (await PageAsync(new(null, At(3), At(1)))).Items.Select(line => line.SourceId));
        Assert.Equal(["e1", "e3", "e5"], (await PageAsync(new(ConsentChannel.SmsMarketing, null, null))).Items.Select(line => line.SourceId));
        Assert.Equal(["e1", "e3"], (await PageAsync(new(ConsentChannel.SmsMarketing, At(4), null))).Items.Select(line => line.SourceId));
    }

    [Fact]
    public async Task A_persons_lines_are_paged_too()
    {
        await _consent.TakeAsync([.. Enumerable.Range(0, 5).Select(number => _consent.News($"e{number}", ConsentState.Subscribed, number * 60))]);
        var subject = await _consent.SubjectAsync();

        var first = await _consent.Reader.PageAsync(subject, new(null, null, null), new(3, null), CancellationToken.None);
        Assert.True(Cursor.TryDecode(first.Next, out var token));
        var second = await _consent.Reader.PageAsync(subject, new(null, null, null), new(3, token), CancellationToken.None);

        Assert.Equal(["e0", "e1", "e2", "e3", "e4"], first.Items.Concat(second.Items).Select(line => line.SourceId));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task What_was_noted_and_never_added_is_passed_over()
    {
        await _consent.TakeAsync(_consent.News("e1", ConsentState.Subscribed, 60));
        var key = new LedgerKey(await _consent.SubjectAsync(), ConsentChannel.EmailMarketing, null);
        await _consent.Ledger.NoteAsync(_consent.Work.ControllerDid, _consent.Work.ProcessorId, [new(key, "nothing", Some.Now)], CancellationToken.None);

        Assert.Equal(["e1"], (await PageAsync(new(null, null, null))).Items.Select(line => line.SourceId));
    }

    [Fact]
    public async Task Another_processor_sees_nothing()
    {
        await _consent.TakeAsync(_consent.News("e1", ConsentState.Subscribed, 60));

        Assert.Empty((await _consent.Reader.PageAsync(_consent.Work.ControllerDid, "other", new(null, null, null), PageQuery.Largest, CancellationToken.None)).Items);
        Assert.Empty((await _consent.Reader.PageAsync(Some.Controller(), _consent.Work.ProcessorId, new(null, null, null), PageQuery.Largest, CancellationToken.None)).Items);
    }

    [Fact]
    public async Task A_list_may_be_named_by_anything_and_two_lists_are_two_histories()
    {
        foreach (var list in (string[])["a/b\\c#d?e", "Café | ☕", "L3"])
            await _consent.TakeAsync(_consent.News($"in {list.Length}", ConsentState.Subscribed, 60, channel: ConsentChannel.List) with { ListId = list });

        var held = await _consent.Ledger.ReadHeldAsync(await _consent.SubjectAsync(), withLists: true, CancellationToken.None);
        Assert.Equal(["L3", "Café | ☕", "a/b\\c#d?e"], held.Select(one => one.ListId).OrderBy(id => id!.Length));
        Assert.Empty(await _consent.Ledger.ReadHeldAsync(await _consent.SubjectAsync(), withLists: false, CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_that_is_stored_has_the_profiles_id()
    {
        var excluded = new TableExclusionStore(storage.Tables);
        var consent = new ConsentFixture(new TableLedgerStore(storage.Tables));
        consent.Activity.Fault = new IOException("away");
        var news = consent.News("01VERYCLEAR-17", ConsentState.Unsubscribed, 60, profile: "01VERYCLEAR");
        await Assert.ThrowsAsync<IOException>(() => consent.TakeAsync(news));
        await excluded.AddAsync(
            new(new(await consent.SubjectAsync("01VERYCLEAR"), ConsentChannel.EmailMarketing, null), await consent.Seal.SealAsync(await consent.SubjectAsync("01VERYCLEAR"), "01VERYCLEAR", CancellationToken.None), Some.Now),
            CancellationToken.None);

        var service = new TableServiceClient(storage.ConnectionString);
        foreach (var name in (string[])["ConsentLedger", "ConsentIndex", "ConsentOwed", "ConsentExclusions"])
        {
            var rows = await service.GetTableClient(name).QueryAsync<TableEntity>(row => row.PartitionKey.CompareTo(consent.Work.ControllerDid) >= 0).ToListAsync();
            Assert.Contains(rows, row => row.PartitionKey.StartsWith(consent.Work.ControllerDid, StringComparison.Ordinal));
            Assert.DoesNotContain(rows.SelectMany(row => row), cell => $"{cell.Value}".Contains("01VERYCLEAR", StringComparison.OrdinalIgnoreCase));
        }
    }

    private static DateTimeOffset At(int minutesAgo) => Some.Now.AddMinutes(-minutesAgo);

    /// <summary>Of as many people; e0 is the newest, and every other one is of SMS.</summary>
    private Task GivenAsync(int count) => _consent.TakeAsync([.. Enumerable.Range(0, count).Select(number => _consent.News(
        $"e{number}", ConsentState.Subscribed, number * 60, channel: number % 2 == 0 ? ConsentChannel.EmailMarketing : ConsentChannel.SmsMarketing, profile: $"01P{number}"))]);

    private async Task<CursorPage<ConsentChangeView>> PageAsync(LedgerFilter filter, int limit = 500, string? cursor = null)
    {
        Assert.True(Cursor.TryDecode(cursor, out var token));
        return await _consent.Reader.PageAsync(_consent.Work.ControllerDid, _consent.Work.ProcessorId, filter, new(limit, token), CancellationToken.None);
    }
}
