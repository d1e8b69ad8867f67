using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Deletion;

/// <summary>A connected installation that looks again within seconds where a real one takes a day, and gives up as soon.</summary>
public sealed class DeletionFixture(AzuriteFixture azurite) : IAsyncLifetime
{
    /// <summary>Four looks within eight seconds, and nearly no repeats inside a call.</summary>
    internal static readonly Dictionary<string, string> Settings = new()
    {
        ["Deletion__Looks"] = "00:00:01,00:00:02,00:00:04,00:00:08",
        ["Deletion__Pause"] = "00:00:00.300",
        ["Deletion__UnsubscribePatience"] = "00:00:20",
        ["Access__FirstPause"] = "00:00:00.020",
        ["Klaviyo__MaxRetries"] = "1",
        ["Klaviyo__RetryDelay"] = "00:00:00.010",
        ["Klaviyo__LongestWait"] = "00:00:01",
        ["Klaviyo__AttemptTimeout"] = "00:00:05",
    };

    internal Installation Installation { get; private set; } = null!;

    internal string ProcessorId { get; private set; } = null!;

    internal DeletionJourney Journey { get; private set; } = null!;

    internal SandboxControl Control => Installation.Control;

    public async Task InitializeAsync()
    {
        Installation = await Installation.StartAsync(azurite, Settings);
        ProcessorId = await Installation.ConnectAsync();
        Journey = new DeletionJourney(Installation, ProcessorId);
    }

    public async Task DisposeAsync()
    {
        Journey.Dispose();
        await Installation.DisposeAsync();
    }

    internal async Task BehaveAsync()
    {
        await Control.FaultsAsync();
        await Control.HappenAsync();
        await Control.QuirksAsync(new { });
    }
}
