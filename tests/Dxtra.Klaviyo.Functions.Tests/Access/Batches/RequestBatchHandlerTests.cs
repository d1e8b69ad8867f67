using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The intake of a batch with the sweep that keeps its promise.</summary>
public sealed class RequestBatchHandlerTests
{
    private static readonly AccessRequestBody Terms = new(null, null, null, null, null);

    private readonly string _controller = Some.Controller();
    private readonly FakeBatchStore _batches = new();
    private readonly FakePendingStartStore _pending = new();
    private readonly FakeDurableClient _client = new();
    private readonly FakeTimeProvider _time = new(Some.Now);
    private readonly SubjectVault _vault = new(new(new FakeSecretStore()));

    [Fact]
    public async Task A_batch_is_stored_and_its_work_started_under_its_id()
    {
        var id = await AcceptedAsync();

        Assert.Equal((nameof(BatchOrchestrator), new RequestWork(_controller, "p1", id)), (_client[id].Name, _client.Inputs[id]));
        Assert.Equal([BatchLineStatus.Accepted, BatchLineStatus.Rejected], _batches.Lines(id).Select(line => line.Line.Status));
        Assert.Equal(1, (await _batches.FindAsync(_controller, id, CancellationToken.None))!.Chunks);
        Assert.Empty(_pending.Starts);
    }

    [Fact]
    public async Task The_same_call_with_the_same_key_is_answered_with_the_first_batch()
    {
        var first = await AcceptedAsync("key-1");

        Assert.Equal(first, await AcceptedAsync("key-1"));
        Assert.Single(_client.Inputs);
        Assert.IsType<RequestBatchResult.KeyReused>(await HandleAsync("key-1", fingerprint: "other"));
    }

    [Fact]
    public async Task What_is_wrong_for_all_is_told_once() => Assert.Equal(
        ["formats", "passphrase", "regulation"],
        Assert.IsType<RequestBatchResult.Invalid>(await HandleAsync(terms: Terms with { Regulation = "x", Formats = ["x"], Passphrase = "short" })).Errors.ToProblem().Errors!.Keys.Order());

    [Fact]
    public async Task A_processor_that_is_connected_is_needed()
    {
        Assert.IsType<RequestBatchResult.NotActive>(await HandleAsync(status: ProcessorStatus.PendingConfirmation));
        Assert.IsType<RequestBatchResult.NoProcessor>(await HandleAsync(processorOf: Some.Controller()));
    }

    [Fact]
    public async Task A_batch_that_was_stored_and_not_started_is_started_by_the_sweep()
    {
        _client.Fault = new IOException("the engine is gone");
        await Assert.ThrowsAsync<IOException>(() => HandleAsync());
        _client.Fault = null;

        await SweepAsync();
        await SweepAsync();

        Assert.Equal(nameof(BatchOrchestrator), _client[Assert.Single(_client.Inputs).Key].Name);
        Assert.Empty(_pending.Starts);
    }

    [Fact]
    public async Task Of_a_batch_that_was_not_stored_whole_nothing_is_left()
    {
        _batches.ClaimFault = new IOException("storage is gone");
        await Assert.ThrowsAsync<IOException>(() => HandleAsync());
        var id = Assert.Single(_pending.Starts).Work.RequestId;
        Assert.NotEmpty(_batches.Lines(id));

        await SweepAsync();

        Assert.Empty(_client.Inputs);
        Assert.Empty(_pending.Starts);
        Assert.Empty(_batches.Lines(id));
    }

    private async Task<string> AcceptedAsync(string? key = null) => Assert.IsType<RequestBatchResult.Accepted>(await HandleAsync(key)).BatchId;

    private Task<RequestBatchResult> HandleAsync(
        string? key = null, string fingerprint = "f1", AccessRequestBody? terms = null, ProcessorStatus status = ProcessorStatus.Active, string? processorOf = null)
    {
        BatchEntry[] entries = [new(2, null, Terms with { Subject = new("ada@example.com", null, null, null) }), new(3, null, Terms with { Subject = new("bob", null, null, null) })];
        var handler = new RequestBatchHandler(
            new FakeProcessorStore(Some.Processor(processorOf ?? _controller, "p1", status)), _batches, _pending, new(new(_vault)), _vault, _time);
        return handler.HandleAsync(new(_controller, "p1", new(entries, terms ?? Terms, null), fingerprint, CsvBatch.ColumnOf, "user-1", key), _client, CancellationToken.None);
    }

    private Task SweepAsync()
    {
        _time.Advance(TimeSpan.FromMinutes(2));
        return new StartSweepHandler(new FakeRequestStore(), _pending, [new BatchOwed(_batches)], _time, NullLogger<StartSweepHandler>.Instance)
            .HandleAsync(_client, CancellationToken.None);
    }
}
