using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// What Klaviyo cannot be asked for by person is looked through once for all chunks of a batch, and kept for minutes in memory; in
/// storage never, for most of it is other people's.
/// </summary>
internal sealed class SharedReads(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Batch, Type Kind), Kept> _reads = [];

    /// <summary>Reads, or waits for who is reading; a failure is everybody's who waits, and the next one tries again.</summary>
    public async Task<T> GetAsync<T>(RequestWork batch, Func<Task<T>> read, CancellationToken cancellationToken) where T : class
    {
        var key = (batch.RequestId, typeof(T));
        var reading = (Task<T>)Open(key, read).Reading;
        try
        {
            return await reading.WaitAsync(cancellationToken);
        }
        catch (Exception) when (reading.IsFaulted || reading.IsCanceled)
        {
            Forget(key);
            throw;
        }
    }

    private Kept Open((string Batch, Type Kind) key, Func<Task> read)
    {
        lock (_gate)
        {
            if (!_reads.TryGetValue(key, out var kept))
                _reads[key] = kept = new(read(), time.CreateTimer(_ => Forget(key), null, Lifetime, Timeout.InfiniteTimeSpan));
            return kept;
        }
    }

    private void Forget((string Batch, Type Kind) key)
    {
        lock (_gate)
        {
            if (_reads.Remove(key, out var kept))
                kept.Timer.Dispose();
        }
    }

    private sealed record Kept(Task Reading, ITimer Timer);
}
