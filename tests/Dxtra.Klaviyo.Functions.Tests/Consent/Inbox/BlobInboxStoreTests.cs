namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class BlobInboxStoreTests(StorageFixture storage)
{
    private readonly BlobInboxStore _store = new(storage.Blobs);
    private readonly TableInboxDoors _doors = new(storage.Tables);
    private readonly string _controller = Some.Controller();

    [Fact]
    public async Task A_message_is_found_as_it_was_stored_and_read_by_its_state()
    {
        var item = Item(1);
        await _store.AddAsync(item, [1, 2, 3], CancellationToken.None);

        Assert.Equal(item with { Bytes = 3 }, await _store.FindAsync(InboxState.Waiting, _controller, "p1", item.Id, CancellationToken.None));
        Assert.Equal([item with { Bytes = 3 }], await ListAsync(InboxState.Waiting));
        Assert.Contains(item with { Bytes = 3 }, await _store.ReadAllAsync(InboxState.Waiting, CancellationToken.None).ToListAsync());
        Assert.Equal([1, 2, 3], await _store.OpenAsync(item, CancellationToken.None));
        Assert.Empty(await ListAsync(InboxState.Poison));
    }

    [Fact]
    public async Task The_same_message_again_changes_nothing()
    {
        var item = Item(1);
        await _store.AddAsync(item, [1], CancellationToken.None);

        await _store.AddAsync(item with { ReceivedAt = Some.Now.AddHours(1) }, [2], CancellationToken.None);

        Assert.Equal([item with { Bytes = 1 }], await ListAsync(InboxState.Waiting));
        Assert.Equal([1], await _store.OpenAsync(item, CancellationToken.None));
    }

    [Fact]
    public async Task A_message_is_moved_whole_and_over_one_that_lies_there()
    {
        var item = Item(1);
        var kept = item with { State = InboxState.Poison, Reason = InboxReason.Failing, Attempts = 5, Left = 2 };
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await _store.AddAsync(item, [1, 2], CancellationToken.None);
            await _store.MoveAsync(item, kept, CancellationToken.None);
        }

        Assert.Empty(await ListAsync(InboxState.Waiting));
        Assert.Equal([kept with { Bytes = 2 }], await ListAsync(InboxState.Poison));
        await _store.MoveAsync(item, kept, CancellationToken.None);
        Assert.Equal([1, 2], await _store.OpenAsync(kept, CancellationToken.None));
    }

    [Fact]
    public async Task What_is_noted_stands_in_the_list_and_what_is_gone_is_noted_nowhere()
    {
        var item = Item(1);
        await _store.AddAsync(item, [1], CancellationToken.None);
        var noted = item with { Attempts = 2, NotBefore = Some.Now.AddMinutes(2), Bytes = 1 };

        await _store.NoteAsync(noted, CancellationToken.None);
        Assert.Equal([noted], await ListAsync(InboxState.Waiting));

        await _store.RemoveAsync(item, CancellationToken.None);
        await _store.RemoveAsync(item, CancellationToken.None);
        await _store.NoteAsync(noted, CancellationToken.None);
        Assert.Empty(await ListAsync(InboxState.Waiting));
        Assert.Null(await _store.OpenAsync(item, CancellationToken.None));
        Assert.Null(await _store.FindAsync(InboxState.Waiting, _controller, "p1", item.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_list_comes_in_pages_and_shows_no_other_processor()
    {
        foreach (var number in Enumerable.Range(1, 3))
            await _store.AddAsync(Item(number), [1], CancellationToken.None);
        await _store.AddAsync(Item(4) with { ProcessorId = "p2" }, [1], CancellationToken.None);

        var first = await _store.ReadAsync(InboxState.Waiting, _controller, "p1", new(2, null), CancellationToken.None);
        Assert.True(Cursor.TryDecode(first.Next, out var token));
        var second = await _store.ReadAsync(InboxState.Waiting, _controller, "p1", new(2, token), CancellationToken.None);

        Assert.Equal([Item(1).Id, Item(2).Id, Item(3).Id], first.Items.Concat(second.Items).Select(item => item.Id));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Of_several_who_write_a_door_one_does()
    {
        var door = await _doors.ReadAsync(_controller, "p1", CancellationToken.None);
        Assert.Equal((false, 0), (door.IsOpen, door.Run));

        var written = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _doors.TryWriteAsync(door with { IsOpen = true, Run = 1, Since = Some.Now }, CancellationToken.None)));

        var won = Assert.Single(written.OfType<InboxDoor>());
        Assert.Equal(won, await _doors.ReadAsync(_controller, "p1", CancellationToken.None));
        Assert.NotNull(await _doors.TryWriteAsync(won with { IsOpen = false }, CancellationToken.None));
        Assert.Null(await _doors.TryWriteAsync(won with { IsOpen = true, Run = 2 }, CancellationToken.None));
    }

    private InboxItem Item(int number) =>
        new(InboxState.Waiting, _controller, "p1", InboxNames.IdOf(InboxKind.System, number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture)), InboxKind.System, Some.Now);

    private async Task<IReadOnlyList<InboxItem>> ListAsync(InboxState state) =>
        (await _store.ReadAsync(state, _controller, "p1", PageQuery.Largest, CancellationToken.None)).Items;
}
