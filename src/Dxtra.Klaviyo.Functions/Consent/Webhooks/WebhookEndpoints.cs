using Microsoft.Extensions.Caching.Memory;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Looks endpoints up and remembers them for a while, those that do not exist too: then a call for one costs what a call for the other
/// costs. What is refused is held once more against what is stored now, since another instance may have changed it.
/// </summary>
internal sealed class WebhookEndpoints(IWebhookStore store, WebhookSecrets secrets, TimeProvider time) : IDisposable
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    /// <summary>Whoever floods us with what is refused makes us read so often at most.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    /// <param name="processorId">As the address says it.</param>
    /// <param name="fresh">True: not older than a second.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<WebhookEndpoint> FindAsync(string processorId, bool fresh, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_cache.TryGetValue(processorId, out Entry? entry) && now - entry!.ReadAt < (fresh ? Fresh : Remembered))
            return entry.Endpoint;
        var endpoint = await ReadAsync(processorId, cancellationToken);
        _cache.Set(processorId, new Entry(endpoint, now), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });
        return endpoint;
    }

    /// <summary>What this instance knows to have changed is read again.</summary>
    public void Forget(string processorId) => _cache.Remove(processorId);

    public void Dispose() => _cache.Dispose();

    private async Task<WebhookEndpoint> ReadAsync(string processorId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(processorId, cancellationToken) is not { IsOpen: true } registration)
            return WebhookEndpoint.Nobodys;
        return new(
            registration,
            await secrets.FindSigningAsync(processorId, cancellationToken) ?? SecretPair.Nobodys,
            await secrets.FindFlowAsync(processorId, cancellationToken) ?? SecretPair.Nobodys);
    }

    private sealed record Entry(WebhookEndpoint Endpoint, DateTimeOffset ReadAt);
}
