using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class TableBatchStoreTests(StorageFixture storage)
{
    private static readonly IdempotencyClaim Key = new("5a", "b0d1");

    private readonly TableBatchStore _store = new(storage.Tables, new FakeTimeProvider(Some.Now));
    private readonly AccessBatch _batch = new(DescendingId.New(Some.Now), Some.Controller(), "p1", "user-1", Some.Now, 3);

    [Fact]
    public async Task A_batch_comes_back_as_it_was_with_its_lines_in_order()
    {
        var lines = Enumerable.Range(2, 250).Select(number => Line(number)).ToList();

        Assert.IsType<ClaimResult.Claimed>(await _store.ClaimAsync(_batch, lines, null, CancellationToken.None));

        Assert.Equal(_batch, await FindAsync());
        var first = await ListAsync(new(200, null));
        var second = await ListAsync(new(200, Token(first.Next)));
        Assert.Equal(Enumerable.Range(2, 250), first.Items.Concat(second.Items).Select(line => line.Line));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Lines_are_counted_and_shown_by_status()
    {
        await ClaimAsync(Line(2), Line(3), Rejected(4));

        var counts = await _store.CountAsync(_batch.ControllerDid, _batch.Id, CancellationToken.None);
        Assert.Equal((2, 1, 0), (counts[BatchLineStatus.Accepted], counts[BatchLineStatus.Rejected], counts[BatchLineStatus.Duplicate]));
        var rejected = Assert.Single((await _store.ListAsync(_batch.ControllerDid, _batch.Id, BatchLineStatus.Rejected, new(50, null), CancellationToken.None)).Items);
        Assert.Equal((4, "It is wrong."), (rejected.Line, Assert.Single(rejected.Errors!["email"])));
    }

    [Fact]
    public async Task A_chunk_has_its_accepted_lines_until_they_are_handed_over()
    {
        var line = Line(2);
        await ClaimAsync(line, Rejected(3), Line(4, chunk: 1));

        var chunk = await ReadChunkAsync(0);
        Assert.Equivalent(line.Request, Assert.Single(chunk).Request, strict: true);
        await _store.ForgetAsync(_batch.ControllerDid, _batch.Id, chunk, CancellationToken.None);

        Assert.Equal((chunk[0].Line.RequestId, null), Assert.Single(await ReadChunkAsync(0)) is var left ? (left.Line.RequestId, left.Request) : default);
        Assert.NotNull(Assert.Single(await ReadChunkAsync(1)).Request);
    }

    [Fact]
    public async Task Every_line_of_a_request_that_was_not_made_points_to_the_other()
    {
        var (first, other) = (Line(2), Line(3));
        var again = new StoredLine(new(4, BatchLineStatus.Duplicate, first.Line.RequestId, null), null, null);
        await ClaimAsync(first, other, again);

        await _store.RedirectAsync(_batch.ControllerDid, _batch.Id, first.Line.RequestId!, "r0", CancellationToken.None);

        Assert.Equal(
            [(2, BatchLineStatus.Duplicate, "r0"), (3, BatchLineStatus.Accepted, other.Line.RequestId), (4, BatchLineStatus.Duplicate, "r0")],
            (await ListAsync(new(50, null))).Items.Select(line => (line.Line, line.Status, line.RequestId)));
        Assert.Single(await ReadChunkAsync(0));
    }

    [Fact]
    public async Task A_repeated_key_gives_the_first_batch_and_stores_no_second()
    {
        await _store.ClaimAsync(_batch, [Line(2)], Key, CancellationToken.None);
        var second = _batch with { Id = DescendingId.New(Some.Now) };

        Assert.Equal(new ClaimResult.Repeated(_batch.Id), await _store.ClaimAsync(second, [Line(2)], Key, CancellationToken.None));
        Assert.IsType<ClaimResult.KeyReused>(await _store.ClaimAsync(second, [Line(2)], Key with { BodyHash = "other" }, CancellationToken.None));
        Assert.Null(await _store.FindAsync(second.ControllerDid, second.Id, CancellationToken.None));
        Assert.Empty((await _store.ListAsync(second.ControllerDid, second.Id, null, new(50, null), CancellationToken.None)).Items);
    }

    [Fact]
    public async Task Of_calls_that_race_with_one_key_one_batch_is_made_and_no_line_of_the_others_is_left()
    {
        var batches = Enumerable.Range(0, 6).Select(_ => _batch with { Id = DescendingId.New(Some.Now) }).ToList();

        var results = await Task.WhenAll(batches.Select(batch => _store.ClaimAsync(batch, [Line(2)], Key, CancellationToken.None)));

        var made = batches[results.ToList().FindIndex(result => result is ClaimResult.Claimed)];
        Assert.Equal(5, results.Count(result => result == new ClaimResult.Repeated(made.Id)));
        foreach (var batch in batches.Where(batch => batch != made))
            Assert.Empty((await _store.ListAsync(batch.ControllerDid, batch.Id, null, new(50, null), CancellationToken.None)).Items);
    }

    [Fact]
    public async Task A_batch_that_is_there_is_not_given_up()
    {
        await ClaimAsync(Line(2));

        Assert.False(await AbandonAsync());
        Assert.Equal(_batch, await FindAsync());
    }

    [Fact]
    public async Task A_batch_that_was_given_up_cannot_be_brought_to_an_end()
    {
        Assert.True(await AbandonAsync());
        Assert.True(await AbandonAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.ClaimAsync(_batch, [Line(2)], Key, CancellationToken.None));
        Assert.Null(await FindAsync());
        Assert.Empty((await ListAsync(new(50, null))).Items);
        Assert.IsType<ClaimResult.Claimed>(await _store.ClaimAsync(_batch with { Id = DescendingId.New(Some.Now) }, [Line(2)], Key, CancellationToken.None));
    }

    [Fact]
    public async Task Another_controller_sees_nothing_of_it()
    {
        await ClaimAsync(Line(2));
        var other = Some.Controller();

        Assert.Null(await _store.FindAsync(other, _batch.Id, CancellationToken.None));
        Assert.Empty((await _store.ListAsync(other, _batch.Id, null, new(50, null), CancellationToken.None)).Items);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("' or 1 eq 1 or '")]
    public async Task An_id_that_no_batch_can_have_is_not_found(string id) =>
        Assert.Null(await _store.FindAsync(_batch.ControllerDid, id, CancellationToken.None));

    [Fact]
    public async Task What_lies_in_the_table_names_nobody()
    {
        var vault = new SubjectVault(new(new FakeSecretStore()));
        var body = new AccessRequestBody(new("ada@example.com", null, null, null), null, null, null, "Ada Lovelace called.");
        await _store.ClaimAsync(_batch, await new BatchLines(new(vault)).MakeAsync(_batch, [new(2, "access", body)], field => field, CancellationToken.None), null, CancellationToken.None);

        var table = await storage.Tables.GetAsync("Batches", CancellationToken.None);
        var rows = await table.QueryAsync<TableEntity>($"PartitionKey eq '{_batch.ControllerDid}'").ToListAsync();
        var said = string.Join('\n', rows.SelectMany(row => row.Select(property => property.Value?.ToString())));
        Assert.DoesNotContain("ada@", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("lovelace", said, StringComparison.OrdinalIgnoreCase);
    }

    private StoredLine Line(int number, int chunk = 0)
    {
        var request = Some.Request(Some.Work(_batch.ControllerDid)) with { BatchId = _batch.Id };
        return new(new(number, BatchLineStatus.Accepted, request.Id, null), chunk, request);
    }

    private static StoredLine Rejected(int number) =>
        new(new(number, BatchLineStatus.Rejected, null, new Dictionary<string, string[]> { ["email"] = ["It is wrong."] }), null, null);

    private static string? Token(string? cursor) => Cursor.TryDecode(cursor, out var token) ? token : null;

    private Task ClaimAsync(params StoredLine[] lines) => _store.ClaimAsync(_batch, lines, null, CancellationToken.None);

    private Task<AccessBatch?> FindAsync() => _store.FindAsync(_batch.ControllerDid, _batch.Id, CancellationToken.None);

    private Task<CursorPage<BatchLine>> ListAsync(PageQuery page) => _store.ListAsync(_batch.ControllerDid, _batch.Id, null, page, CancellationToken.None);

    private Task<IReadOnlyList<StoredLine>> ReadChunkAsync(int chunk) => _store.ReadChunkAsync(_batch.ControllerDid, _batch.Id, chunk, CancellationToken.None);

    private Task<bool> AbandonAsync() => _store.AbandonAsync(_batch.ControllerDid, _batch.Id, CancellationToken.None);
}
