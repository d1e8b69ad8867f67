namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class TableConsentOrderStoreTests(StorageFixture storage)
{
    private readonly TableConsentOrderStore _store = new(storage.Tables);
    private readonly RequestWork _work = Some.Work();

    [Fact]
    public async Task What_waits_beside_an_order_is_claimed_with_it_once()
    {
        var orders = await AddAsync(5);
        var mine = await ClaimAsync(orders[2]);

        Assert.Equal(orders.Select(order => order.Id).Order(StringComparer.Ordinal), mine);
        Assert.Equal(mine, await ClaimAsync(orders[2]));
        Assert.Empty(await ClaimAsync(orders[0]));
    }

    [Fact]
    public async Task Many_batches_at_once_have_every_order_between_them_and_none_twice()
    {
        var orders = await AddAsync(20);
        var batches = await Task.WhenAll(orders.Select(ClaimAsync));

        Assert.Equal(orders.Select(order => order.Id).Order(StringComparer.Ordinal), batches.SelectMany(batch => batch).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_batch_takes_no_more_than_it_may_and_always_its_own()
    {
        var orders = await AddAsync(5);
        var batch = await _store.ClaimAsync(_work.ControllerDid, _work.ProcessorId, orders[4].Id, most: 3, default);

        Assert.Equal(3, batch.Count);
        Assert.Contains(orders[4].Id, batch);
    }

    [Fact]
    public async Task A_key_that_was_used_gives_the_first_order_or_is_refused()
    {
        var first = Order();
        Assert.IsType<ClaimResult.Claimed>(await _store.AddAsync(first, new("key", "body"), default));

        Assert.Equal(new ClaimResult.Repeated(first.Id), await _store.AddAsync(Order(), new("key", "body"), default));
        Assert.IsType<ClaimResult.KeyReused>(await _store.AddAsync(Order(), new("key", "else"), default));
        Assert.IsType<ClaimResult.Claimed>(await _store.AddAsync(first, new("key", "body"), default));
    }

    [Fact]
    public async Task Newer_orders_of_the_same_person_are_found_and_the_list_has_them_first()
    {
        var (old, other, recent) = (Order(), Order("another"), Order(seconds: 1));
        foreach (var order in new[] { old, other, recent })
            await _store.AddAsync(order, null, default);

        Assert.Equal([recent.Id], (await _store.FindNewerAsync(old, default)).Select(order => order.Id));
        Assert.Empty(await _store.FindNewerAsync(recent, default));
        var page = await _store.ListAsync(_work.ControllerDid, _work.ProcessorId, "person", new(50, null), default);
        Assert.Equal([recent.Id, old.Id], page.Items.Select(order => order.Id));
    }

    [Fact]
    public async Task Changes_at_once_all_take_place()
    {
        var order = Order();
        await _store.AddAsync(order, null, default);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _store.UpdateAsync(
            _work.ControllerDid, order.Id, current => current with { SubjectMasked = current.SubjectMasked + "x" }, default)));

        Assert.EndsWith(new string('x', 10), (await _store.FindAsync(_work.ControllerDid, order.Id, default))!.SubjectMasked, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<string>> ClaimAsync(ConsentOrder order) => _store.ClaimAsync(_work.ControllerDid, _work.ProcessorId, order.Id, most: 1000, default);

    private async Task<IReadOnlyList<ConsentOrder>> AddAsync(int count)
    {
        List<ConsentOrder> orders = [.. Enumerable.Range(0, count).Select(_ => Order())];
        foreach (var order in orders)
            await _store.AddAsync(order, null, default);
        return orders;
    }

    private ConsentOrder Order(string subject = "person", int seconds = 0) => new()
    {
        Id = DescendingId.New(Some.Now.AddSeconds(seconds)),
        ControllerDid = _work.ControllerDid,
        ProcessorId = _work.ProcessorId,
        Actor = "user-1",
        CreatedAt = Some.Now,
        SubjectCipherText = "c2VhbGVk",
        SubjectKey = subject,
        SubjectMasked = "a***@e***.com",
        Channels = [new(ConsentChannel.EmailMarketing, ConsentState.Unsubscribed)],
    };
}
