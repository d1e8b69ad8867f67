using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The batches of all controllers with their lines; each call names the controller it acts for.</summary>
internal interface IBatchStore
{
    /// <summary>Stores the batch: it is there when all of it is, and with it the idempotency key when there is one.</summary>
    Task<ClaimResult> ClaimAsync(AccessBatch batch, IReadOnlyList<StoredLine> lines, IdempotencyClaim? idempotency, CancellationToken cancellationToken);

    /// <summary>The batch, or null when this controller has none of that id.</summary>
    Task<AccessBatch?> FindAsync(string controller, string batchId, CancellationToken cancellationToken);

    /// <summary>Lines in order, all or those of one status.</summary>
    Task<CursorPage<BatchLine>> ListAsync(
        string controller, string batchId, BatchLineStatus? status, PageQuery query, CancellationToken cancellationToken);

    /// <summary>How many lines there are of each status.</summary>
    Task<IReadOnlyDictionary<BatchLineStatus, int>> CountAsync(string controller, string batchId, CancellationToken cancellationToken);

    /// <summary>The accepted lines of a chunk.</summary>
    Task<IReadOnlyList<StoredLine>> ReadChunkAsync(string controller, string batchId, int chunk, CancellationToken cancellationToken);

    /// <summary>Forgets the requests of lines, which lie in the requests' own store from now on.</summary>
    Task ForgetAsync(string controller, string batchId, IReadOnlyList<StoredLine> lines, CancellationToken cancellationToken);

    /// <summary>Makes every line of a request that was not made a duplicate of another.</summary>
    Task RedirectAsync(string controller, string batchId, string requestId, string otherId, CancellationToken cancellationToken);

    /// <summary>
    /// Gives up a batch of which not all was stored: its lines are removed, and whoever is still storing it cannot bring that to an
    /// end. False when the batch is there.
    /// </summary>
    Task<bool> AbandonAsync(string controller, string batchId, CancellationToken cancellationToken);
}
