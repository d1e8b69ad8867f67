using System.Collections.Concurrent;

namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakeActivityLog : IActivityLog
{
    private readonly ConcurrentQueue<ActivityEntry> _entries = new();

    public IReadOnlyList<ActivityEntry> Entries => [.. _entries];

    /// <summary>Set: appending fails with it.</summary>
    public Exception? Fault { get; set; }

    public Task AppendAsync(ActivityEntry entry, CancellationToken cancellationToken)
    {
        if (Fault is { } fault)
            return Task.FromException(fault);
        _entries.Enqueue(entry);
        return Task.CompletedTask;
    }
}
