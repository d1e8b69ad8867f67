using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Works a batch off: first every request gets its place in the store, then chunk by chunk what Klaviyo gives for many people at once
/// is read, and each request goes its own way. Chunks that cannot be prepared cost time, not requests.
/// </summary>
internal static class BatchOrchestrator
{
    /// <summary>Of claims, which are many small writes, and of chunks, whose calls share Klaviyo's limits.</summary>
    private const int SideBySide = 4;

    // A request that was accepted is made and started whatever happens: 1,000 attempts, at most 15 minutes apart, are ten days.
    private static readonly TaskOptions Persistent = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 1_000, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(15)));

    /// <returns>How many requests were prepared together.</returns>
    [Function(nameof(BatchOrchestrator))]
    public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RequestWork work)
    {
        var chunks = await ClaimAsync(context, work, 0);
        await ForEachAsync(Enumerable.Range(1, Math.Max(0, chunks - 1)), chunk => ClaimAsync(context, work, chunk));
        var prepared = 0;
        await ForEachAsync(Enumerable.Range(0, chunks), async chunk =>
        {
            var people = await PrepareAsync(context, work, chunk);
            prepared += people;
            await context.CallActivityAsync<int>(nameof(StartChunkActivity), new StartChunkActivity.Input(work, chunk), Persistent);
            return chunk;
        });
        return prepared;
    }

    private static Task<int> ClaimAsync(TaskOrchestrationContext context, RequestWork work, int chunk) =>
        context.CallActivityAsync<int>(nameof(ClaimChunkActivity), new ClaimChunkActivity.Input(work, chunk), Persistent);

    private static async Task<int> PrepareAsync(TaskOrchestrationContext context, RequestWork work, int chunk)
    {
        try
        {
            return await context.CallPatientlyAsync<int>(
                nameof(PrepareChunkActivity), new PrepareChunkActivity.Input(work, chunk), Patience.Usual);
        }
        catch (TaskFailedException)
        {
            return 0;
        }
    }

    private static async Task ForEachAsync(IEnumerable<int> chunks, Func<int, Task<int>> run)
    {
        var running = new List<Task<int>>();
        foreach (var chunk in chunks)
        {
            running.Add(run(chunk));
            if (running.Count < SideBySide)
                continue;
            var done = await Task.WhenAny(running);
            running.Remove(done);
            await done;
        }

        await Task.WhenAll(running);
    }
}
