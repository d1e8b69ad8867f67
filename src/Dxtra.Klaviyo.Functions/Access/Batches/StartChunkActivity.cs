using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Starts the run of each request of a chunk, and waits for none: a long one must not hold up the batch. A repeat starts those that
/// are not started.
/// </summary>
internal sealed class StartChunkActivity(IBatchStore batches, IRequestStore requests, IExportStore exports, TimeProvider time)
{
    private const int SideBySide = 8;

    internal sealed record Input(RequestWork Batch, int Chunk);

    /// <returns>How many were started.</returns>
    [Function(nameof(StartChunkActivity))]
    public async Task<int> RunAsync([ActivityTrigger] Input input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var started = 0;
        var lines = await batches.ReadChunkAsync(input.Batch.ControllerDid, input.Batch.RequestId, input.Chunk, cancellationToken);
        await Parallel.ForEachAsync(lines, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken }, async (line, token) =>
        {
            if (await StartAsync(input.Batch with { RequestId = line.Line.RequestId! }, client, token))
                Interlocked.Increment(ref started);
        });
        return started;
    }

    private async Task<bool> StartAsync(RequestWork work, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken);
        if (request is not { Run: 1 } || await client.GetInstanceAsync(work.InstanceId(), cancellationToken) is not null)
            return false;
        if (request.IsOver)
        {
            // Given up before it began: what was read for it meanwhile is of no use.
            await exports.DeleteAllAsync(ExportNames.All(work), cancellationToken);
            return false;
        }

        await RequestIntake.StartAsync(new(work, nameof(AccessOrchestrator), time.GetUtcNow()), client, cancellationToken);
        return true;
    }
}
