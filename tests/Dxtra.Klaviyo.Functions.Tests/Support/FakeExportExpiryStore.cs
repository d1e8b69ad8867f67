using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakeExportExpiryStore : IExportExpiryStore
{
    private readonly ConcurrentDictionary<(DateTime Day, string RequestId), ExportExpiry> _expiries = new();

    public IReadOnlyCollection<ExportExpiry> All => [.. _expiries.Values];

    public Task AddAsync(ExportExpiry expiry, CancellationToken cancellationToken)
    {
        _expiries[KeyOf(expiry)] = expiry;
        return Task.CompletedTask;
    }

    public async Task MoveAsync(ExportExpiry expiry, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await RemoveAsync(expiry, cancellationToken);
        await AddAsync(expiry with { At = at }, cancellationToken);
    }

    public Task RemoveAsync(ExportExpiry expiry, CancellationToken cancellationToken)
    {
        _expiries.TryRemove(KeyOf(expiry), out _);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<ExportExpiry> ReadDueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var expiry in All.Where(expiry => expiry.At <= now).OrderBy(expiry => expiry.At))
            yield return expiry;
    }

    private static (DateTime, string) KeyOf(ExportExpiry expiry) => (expiry.At.UtcDateTime.Date, expiry.RequestId);
}
