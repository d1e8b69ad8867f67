namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Batches in memory, with the table's rules.</summary>
internal sealed class FakeBatchStore : IBatchStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Controller, string Id), AccessBatch?> _batches = [];
    private readonly Dictionary<string, List<StoredLine>> _lines = [];
    private readonly Dictionary<string, (string BatchId, string BodyHash)> _keys = [];

    /// <summary>Set: claiming fails with it when all lines are stored.</summary>
    public Exception? ClaimFault { get; set; }

    public IReadOnlyList<StoredLine> Lines(string batchId) => _lines.GetValueOrDefault(batchId, []);

    public Task<ClaimResult> ClaimAsync(
        AccessBatch batch, IReadOnlyList<StoredLine> lines, IdempotencyClaim? idempotency, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (idempotency is not null && _keys.TryGetValue(idempotency.KeyHash, out var earlier))
                return Task.FromResult<ClaimResult>(earlier.BodyHash == idempotency.BodyHash ? new ClaimResult.Repeated(earlier.BatchId) : new ClaimResult.KeyReused());
            _lines[batch.Id] = [.. lines];
            if (ClaimFault is { } fault)
                return Task.FromException<ClaimResult>(fault);
            _batches.Add((batch.ControllerDid, batch.Id), batch);
            if (idempotency is not null)
                _keys[idempotency.KeyHash] = (batch.Id, idempotency.BodyHash);
            return Task.FromResult<ClaimResult>(new ClaimResult.Claimed());
        }
    }

    public Task<AccessBatch?> FindAsync(string controller, string batchId, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult(_batches.GetValueOrDefault((controller, batchId)));
    }

    public Task<CursorPage<BatchLine>> ListAsync(
        string controller, string batchId, BatchLineStatus? status, PageQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(new CursorPage<BatchLine>([.. Lines(batchId).Select(line => line.Line).Where(line => status is null || line.Status == status).Take(query.Limit)], null));

    public Task<IReadOnlyDictionary<BatchLineStatus, int>> CountAsync(string controller, string batchId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<BatchLineStatus, int>>(Enum.GetValues<BatchLineStatus>()
            .ToDictionary(status => status, status => Lines(batchId).Count(line => line.Line.Status == status)));

    public Task<IReadOnlyList<StoredLine>> ReadChunkAsync(string controller, string batchId, int chunk, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<StoredLine>>([.. Lines(batchId).Where(line => line.Chunk == chunk && line.Line.Status == BatchLineStatus.Accepted)]);
    }

    public Task ForgetAsync(string controller, string batchId, IReadOnlyList<StoredLine> lines, CancellationToken cancellationToken)
    {
        Change(batchId, line => lines.Any(forgotten => forgotten.Line.Line == line.Line.Line) ? line with { Request = null } : line);
        return Task.CompletedTask;
    }

    public Task RedirectAsync(string controller, string batchId, string requestId, string otherId, CancellationToken cancellationToken)
    {
        Change(batchId, line => line.Line.RequestId != requestId ? line : new(line.Line with { Status = BatchLineStatus.Duplicate, RequestId = otherId }, null, null));
        return Task.CompletedTask;
    }

    public Task<bool> AbandonAsync(string controller, string batchId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_batches.GetValueOrDefault((controller, batchId)) is not null)
                return Task.FromResult(false);
            _lines.Remove(batchId);
            return Task.FromResult(true);
        }
    }

    private void Change(string batchId, Func<StoredLine, StoredLine> change)
    {
        lock (_gate)
            _lines[batchId] = [.. _lines[batchId].Select(change)];
    }
}
