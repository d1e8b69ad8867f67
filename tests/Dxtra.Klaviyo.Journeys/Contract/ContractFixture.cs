using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Contract;

/// <summary>A connected installation for tests that leave it as it was.</summary>
public sealed class ContractFixture(AzuriteFixture azurite) : IAsyncLifetime
{
    internal Installation Installation { get; private set; } = null!;

    internal string ProcessorId { get; private set; } = null!;

    /// <summary>With a good token.</summary>
    internal Caller Caller { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Installation = await Installation.StartAsync(azurite);
        ProcessorId = await Installation.ConnectAsync();
        Caller = new Caller(Installation);
    }

    public async Task DisposeAsync()
    {
        Caller.Dispose();
        await Installation.DisposeAsync();
    }
}
