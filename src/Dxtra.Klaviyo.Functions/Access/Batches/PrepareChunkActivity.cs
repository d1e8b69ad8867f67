using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Reads for up to a hundred requests together what Klaviyo gives for many people in one call; the run of each request goes on from
/// there. What cannot be read here is left to that run. A repeat replaces what an earlier attempt wrote.
/// </summary>
internal sealed class PrepareChunkActivity(
    IBatchStore batches, IKlaviyoConnections connections, ChunkPeople people, ChunkGroups groups, ChunkReads reads, RunRecords records)
{
    private const int SideBySide = 8;

    /// <param name="Batch">The batch.</param>
    /// <param name="Chunk">The number of the chunk, from 0.</param>
    internal sealed record Input(RequestWork Batch, int Chunk);

    /// <returns>How many requests were prepared.</returns>
    [Function(nameof(PrepareChunkActivity))]
    public Task<OrLater<int>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => PrepareAsync(input, cancellationToken));

    private async Task<int> PrepareAsync(Input input, CancellationToken cancellationToken)
    {
        var (work, controller) = (input.Batch, input.Batch.ControllerDid);
        var batch = await batches.FindAsync(controller, work.RequestId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no batch {work.RequestId}.");
        var lines = await batches.ReadChunkAsync(controller, work.RequestId, input.Chunk, cancellationToken);
        var subjects = await people.SubjectsAsync(controller, [.. lines.Select(line => line.Line.RequestId!)], cancellationToken);
        if (subjects.Count == 0)
            return 0;
        var klaviyo = await connections.OpenAsync(controller, work.ProcessorId, subjects.Min(subject => subject.DueAt), cancellationToken);
        try
        {
            var found = await people.FindAsync(subjects, klaviyo, cancellationToken);
            if (found.Count == 0)
                return 0;
            await Task.WhenAll(
                reads.ReadAsync(klaviyo, found, cancellationToken),
                groups.ReadAsync(work, klaviyo, found, batch.CreatedAt, cancellationToken));
            await Parallel.ForEachAsync(found, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken }, async (person, token) =>
                await records.WriteAsync(person.Reading.Work, person.Reading.Results, token));
            return found.Count;
        }
        catch (Exception refused) when (refused is KlaviyoAuthenticationException or KlaviyoPermissionException)
        {
            // Each request finds that out for itself and says so.
            return 0;
        }
    }
}
