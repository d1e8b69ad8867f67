using System.Collections.Concurrent;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Puts the requests of a chunk into the requests' store. A person who has a request under way gets no second one: their lines point
/// to that. The ids are those of the lines, so a repeat makes nothing twice.
/// </summary>
internal sealed class ClaimChunkActivity(IBatchStore batches, IRequestStore requests, RequestRetention retention)
{
    private const int SideBySide = 8;

    internal sealed record Input(RequestWork Batch, int Chunk);

    /// <returns>How many chunks the batch has.</returns>
    [Function(nameof(ClaimChunkActivity))]
    public async Task<int> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var (controller, batchId) = (input.Batch.ControllerDid, input.Batch.RequestId);
        var batch = await batches.FindAsync(controller, batchId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no batch {batchId}.");
        var lines = await batches.ReadChunkAsync(controller, batchId, input.Chunk, cancellationToken);
        var made = new ConcurrentBag<StoredLine>();
        await Parallel.ForEachAsync(lines, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken }, async (line, token) =>
        {
            if (line.Request is not { } request)
                return;
            await retention.NoteAsync(request, token);
            if (await requests.ClaimAsync(request, batch.Actor, idempotency: null, token) is ClaimResult.AlreadyRunning { RequestId: var running })
                await batches.RedirectAsync(controller, batchId, request.Id, running, token);
            else
                made.Add(line);
        });
        await batches.ForgetAsync(controller, batchId, [.. made], cancellationToken);
        return batch.Chunks;
    }
}
