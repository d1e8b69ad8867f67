using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Dxtra.Klaviyo.Local.Storage;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The one Azurite of the test run. Tests keep apart by acting for a controller of their own.</summary>
public sealed class StorageFixture : IAsyncLifetime
{
    private AzuriteProcess? _azurite;

    internal string ConnectionString => _azurite!.ConnectionString;

    internal StorageTables Tables => new(new TableServiceClient(ConnectionString));

    internal BlobServiceClient Blobs => new(ConnectionString);

    public async Task InitializeAsync() => _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(), CancellationToken.None);

    public async Task DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }
}
