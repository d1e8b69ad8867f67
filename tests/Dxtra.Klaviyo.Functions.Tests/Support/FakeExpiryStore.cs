using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Dxtra.Klaviyo.Functions.Tests;

internal class FakeExpiryStore : IExpiryStore
{
    private readonly ConcurrentDictionary<(DateTime Day, string RequestId), Expiry> _expiries = new();

    /// <summary>Set: removing fails with it.</summary>
    public Exception? RemoveFault { get; set; }

    public IReadOnlyCollection<Expiry> All => [.. _expiries.Values];

    public Task AddAsync(Expiry expiry, CancellationToken cancellationToken)
    {
        _expiries[KeyOf(expiry)] = expiry;
        return Task.CompletedTask;
    }

    public async Task MoveAsync(Expiry expiry, DateTimeOffset at, CancellationToken cancellationToken)
    {
        _expiries.TryRemove(KeyOf(expiry), out _);
        await AddAsync(expiry with { At = at }, cancellationToken);
    }

    public Task RemoveAsync(Expiry expiry, CancellationToken cancellationToken)
    {
        if (RemoveFault is { } fault)
            return Task.FromException(fault);
        _expiries.TryRemove(KeyOf(expiry), out _);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<Expiry> ReadDueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var expiry in All.Where(expiry => expiry.At <= now).OrderBy(expiry => expiry.At))
            yield return expiry;
    }

    private static (DateTime, string) KeyOf(Expiry expiry) => (expiry.At.UtcDateTime.Date, expiry.RequestId);
}
