namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>A collection's share of the one Azurite of the test run.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private SharedAzurite? _shared;

    public async Task InitializeAsync() => _shared = await SharedAzurite.JoinAsync();

    public async Task DisposeAsync()
    {
        if (_shared is not null)
            await SharedAzurite.LeaveAsync();
    }

    internal StorageAccount TakeAccount() => _shared!.TakeAccount();
}
