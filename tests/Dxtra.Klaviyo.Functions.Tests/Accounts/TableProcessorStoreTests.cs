namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class TableProcessorStoreTests(StorageFixture storage)
{
    private readonly TableProcessorStore _store = new(storage.Tables);
    private readonly string _controller = Some.Controller();

    [Fact]
    public async Task A_processor_is_found_as_it_was_stored()
    {
        var processor = Some.Processor(_controller) with { Error = new(ProcessorErrorReason.KeyRevoked, "Revoked.", Some.Now) };
        await _store.InsertAsync(processor, CancellationToken.None);

        Assert.Equal(processor, await _store.FindAsync(_controller, processor.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Another_controller_finds_lists_and_changes_nothing_of_it()
    {
        var processor = Some.Processor(_controller);
        await _store.InsertAsync(processor, CancellationToken.None);
        var other = Some.Controller();

        Assert.Null(await _store.FindAsync(other, processor.Id, CancellationToken.None));
        Assert.Empty((await _store.ListAsync(other, new(50, null), CancellationToken.None)).Items);
        Assert.Null(await _store.UpdateAsync(other, processor.Id, found => found with { Name = "taken" }, CancellationToken.None));
        Assert.Equal("Klaviyo", (await _store.FindAsync(_controller, processor.Id, CancellationToken.None))?.Name);
    }

    [Fact]
    public async Task Processors_come_newest_first_in_pages()
    {
        foreach (var age in Enumerable.Range(0, 3))
            await _store.InsertAsync(Some.Processor(_controller, DescendingId.New(Some.Now.AddDays(-age))) with { Name = $"{age} days old" }, CancellationToken.None);

        var first = await _store.ListAsync(_controller, new(2, null), CancellationToken.None);
        Assert.True(Cursor.TryDecode(first.Next, out var token));
        var second = await _store.ListAsync(_controller, new(2, token), CancellationToken.None);

        Assert.Equal(["0 days old", "1 days old"], first.Items.Select(processor => processor.Name));
        Assert.Equal(["2 days old"], second.Items.Select(processor => processor.Name));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task A_cursor_that_somebody_made_up_reads_no_other_controller()
    {
        await _store.InsertAsync(Some.Processor(_controller), CancellationToken.None);
        var other = Some.Controller();
        await _store.InsertAsync(Some.Processor(other), CancellationToken.None);

        var page = await _store.ListAsync(_controller, new(50, $"{other} 0"), CancellationToken.None);

        Assert.DoesNotContain(page.Items, processor => processor.ControllerDid == other);
    }

    [Fact]
    public async Task Changes_that_race_all_land()
    {
        var processor = Some.Processor(_controller) with { Name = "" };
        await _store.InsertAsync(processor, CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            _store.UpdateAsync(_controller, processor.Id, found => found with { Name = found.Name + number }, CancellationToken.None)));

        Assert.Equal("01234567", string.Concat((await _store.FindAsync(_controller, processor.Id, CancellationToken.None))!.Name.Order()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("unknown")]
    [InlineData("' or 1 eq 1 or '")]
    public async Task An_id_that_no_processor_has_is_not_found(string id)
    {
        Assert.Null(await _store.FindAsync(_controller, id, CancellationToken.None));
        Assert.Null(await _store.UpdateAsync(_controller, id, processor => processor, CancellationToken.None));
    }
}
