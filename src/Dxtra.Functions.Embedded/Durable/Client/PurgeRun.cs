using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Purges what a filter finds, so many at a time that orchestrations are not held up.</summary>
internal sealed class PurgeRun(DurableStore store, PurgeInstancesFilter filter, bool recursive)
{
    private const int Portion = 100;

    public async Task<PurgeResult> RunAsync(CancellationToken cancellation)
    {
        var until = filter.Timeout is { } timeout ? store.Now + timeout : DateTime.MaxValue;
        var count = 0;
        for (var found = Find(after: null); found.Count > 0; found = Find(after: found[^1]))
        {
            cancellation.ThrowIfCancellationRequested();
            if (store.Now >= until)
                return new(count, isComplete: false);
            var portion = found;
            count += await store.WriteAsync((session, _) => portion.Sum(id => Purge.Remove(session, id, recursive)));
        }

        return new(count, isComplete: true);
    }

    private List<string> Find(string? after) => store.Read(session => InstanceTable.Search(
        session,
        after,
        prefix: null,
        filter.CreatedFrom?.UtcDateTime,
        filter.CreatedTo?.UtcDateTime,
        InstancePages.Statuses(filter.Statuses),
        Portion)).ConvertAll(row => row.Id);
}
