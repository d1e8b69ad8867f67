using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// What Klaviyo cannot be asked for by person is read once for all requests of an account, and kept for minutes in memory; in storage
/// never, for most of it is other people's. Each process reads for itself.
/// </summary>
internal sealed class SharedReads(IOptions<AccessOptions> options, TimeProvider time)
{
    /// <summary>Of all accounts together. It holds some hundred thousand reviews; what does not fit is read anew by each who asks.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<Key, Task<SharedRows>> _reads = [];
    private long _held;

    /// <summary>Reads, or waits for who is reading; a failure is everybody's who waits, and the next one tries again.</summary>
    /// <param name="work">Whose account it is.</param>
    /// <param name="category">What is read.</param>
    /// <param name="read">Reads it. Others wait for it too, so it ends with nobody's patience.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<SharedRows> GetAsync(
        RequestWork work, string category, Func<IAsyncEnumerable<PartPage>> read, CancellationToken cancellationToken)
    {
        var key = new Key(work.ControllerDid, work.ProcessorId, category);
        Task<SharedRows>? reading;
        lock (_gate)
        {
            if (!_reads.TryGetValue(key, out reading))
                _reads[key] = reading = Task.Run(() => KeepAsync(key, read), CancellationToken.None);
        }

        return await reading.WaitAsync(cancellationToken);
    }

    private async Task<SharedRows> KeepAsync(Key key, Func<IAsyncEnumerable<PartPage>> read)
    {
        try
        {
            var rows = await ReadAsync(read());
            _ = ForgetLaterAsync(key, rows.Bytes);
            return rows;
        }
        catch (Exception)
        {
            Forget(key, 0);
            throw;
        }
    }

    private async Task<SharedRows> ReadAsync(IAsyncEnumerable<PartPage> pages)
    {
        var (asOf, packed, held) = (time.GetUtcNow(), new List<byte[]>(), 0L);
        var isKept = false;
        try
        {
            await foreach (var page in pages)
            {
                packed.Add(PackedPage.Of(page));
                held += packed[^1].Length;
                if (Interlocked.Add(ref _held, packed[^1].Length) > MostBytes)
                    return new(asOf, null);
            }

            isKept = true;
            return new(asOf, packed);
        }
        catch (ObjectRecord.TooManyException)
        {
            return new(asOf, null, TooMany: true);
        }
        finally
        {
            if (!isKept)
                Interlocked.Add(ref _held, -held);
        }
    }

    private async Task ForgetLaterAsync(Key key, long bytes)
    {
        await Task.Delay(options.Value.SharedReadLifetime, time);
        Forget(key, bytes);
    }

    private void Forget(Key key, long bytes)
    {
        lock (_gate)
            _reads.Remove(key);
        Interlocked.Add(ref _held, -bytes);
    }

    private sealed record Key(string Controller, string Processor, string Category);
}
