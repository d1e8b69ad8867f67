namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class TableWebhookStoreTests(StorageFixture storage)
{
    private readonly TableWebhookStore _store = new(storage.Tables);
    private readonly TableWebhookGaps _gaps = new(storage.Tables);
    private readonly string _controller = Some.Controller();
    private readonly string _processorId = DescendingId.New(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_registration_is_found_by_its_processor_as_it_was_stored()
    {
        var registration = Some.Webhook(_controller, _processorId) with
        {
            Topics = [Deliveries.Unsubscribed],
            Address = new("https://dxtra.example/x"),
            SecretPending = true,
            LastGoodAt = Some.Now,
        };

        await _store.UpdateAsync(_processorId, _ => registration, CancellationToken.None);

        Assert.Equivalent(registration, await _store.FindAsync(_processorId, CancellationToken.None), strict: true);
        Assert.Null(await _store.FindAsync(_processorId + "x", CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a#b?")]
    public async Task What_is_no_key_is_nobody(string processorId) => Assert.Null(await _store.FindAsync(processorId, CancellationToken.None));

    [Fact]
    public async Task Of_changes_at_once_none_is_lost()
    {
        await _store.UpdateAsync(_processorId, _ => Some.Webhook(_controller, _processorId) with { Topics = [] }, CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            _store.UpdateAsync(_processorId, current => current! with { Topics = [.. current.Topics, $"{number}"] }, CancellationToken.None)));

        Assert.Equal(8, (await _store.FindAsync(_processorId, CancellationToken.None))!.Topics.Count);
    }

    [Fact]
    public async Task Only_what_is_due_is_read()
    {
        await _store.UpdateAsync(_processorId, _ => Some.Webhook(_controller, _processorId), CancellationToken.None);

        Assert.Contains(await _store.ReadDueAsync(Some.Now, CancellationToken.None).ToListAsync(), found => found.ProcessorId == _processorId);
        Assert.DoesNotContain(await _store.ReadDueAsync(Some.Now.AddSeconds(-1), CancellationToken.None).ToListAsync(), found => found.ProcessorId == _processorId);
    }

    [Fact]
    public async Task A_gap_that_is_noted_again_grows_and_one_that_has_grown_is_not_removed_by_the_shorter()
    {
        var gap = new WebhookGap(_controller, _processorId, Some.Now, Some.Now.AddHours(1));
        var grown = gap with { Until = Some.Now.AddHours(2) };
        await _gaps.NoteAsync(gap, CancellationToken.None);
        await _gaps.NoteAsync(grown, CancellationToken.None);
        await _gaps.NoteAsync(gap, CancellationToken.None);
        Assert.Equal([grown], await ReadAsync());

        await _gaps.RemoveAsync(gap, CancellationToken.None);
        Assert.Equal([grown], await ReadAsync());

        await _gaps.RemoveAsync(grown, CancellationToken.None);
        Assert.Empty(await ReadAsync());
    }

    private Task<IReadOnlyList<WebhookGap>> ReadAsync() => _gaps.ReadAsync(_controller, _processorId, CancellationToken.None);
}
