namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>What stands between the app and the servers that it uses.</summary>
internal sealed record InstallationProxies(ForwardingProxy Klaviyo, ForwardingProxy Tables, ForwardingProxy Blobs) : IAsyncDisposable
{
    public static async Task<InstallationProxies> StartAsync(Uri klaviyo, StorageAccount storage) => new(
        await ForwardingProxy.StartAsync(klaviyo),
        await ForwardingProxy.StartAsync(storage.Addresses.Table),
        await ForwardingProxy.StartAsync(storage.Addresses.Blob));

    /// <summary>The same account, reached through the proxies.</summary>
    public StorageAccount InFrontOf(StorageAccount storage) =>
        storage with { Addresses = storage.Addresses with { Blob = Blobs.Address, Table = Tables.Address } };

    public async ValueTask DisposeAsync()
    {
        await Klaviyo.DisposeAsync();
        await Tables.DisposeAsync();
        await Blobs.DisposeAsync();
    }
}
