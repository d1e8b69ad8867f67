using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakePendingStartStore : IPendingStartStore
{
    private readonly ConcurrentDictionary<string, PendingStart> _starts = new();

    public IReadOnlyCollection<PendingStart> Starts => [.. _starts.Values];

    public Task AddAsync(PendingStart start, CancellationToken cancellationToken)
    {
        _starts[start.Work.InstanceId()] = start;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(PendingStart start, CancellationToken cancellationToken)
    {
        _starts.TryRemove(start.Work.InstanceId(), out _);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<PendingStart> ReadOlderThanAsync(
        DateTimeOffset time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var start in Starts.Where(start => start.Since < time))
            yield return start;
    }
}
