using Dxtra.Klaviyo.Local.Storage;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>What stands between the app and the servers that it uses.</summary>
internal sealed record InstallationProxies(ForwardingProxy Klaviyo, ForwardingProxy Tables, ForwardingProxy Blobs) : IAsyncDisposable
{
    public static async Task<InstallationProxies> StartAsync(Uri klaviyo, AzuriteAddresses storage) => new(
        await ForwardingProxy.StartAsync(klaviyo),
        await ForwardingProxy.StartAsync(storage.Table),
        await ForwardingProxy.StartAsync(storage.Blob));

    public async ValueTask DisposeAsync()
    {
        await Klaviyo.DisposeAsync();
        await Tables.DisposeAsync();
        await Blobs.DisposeAsync();
    }
}
