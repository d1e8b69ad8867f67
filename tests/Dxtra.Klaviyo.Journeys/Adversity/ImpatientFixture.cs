using Dxtra.Klaviyo.Journeys.Access;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Adversity;

/// <summary>
/// A connected installation that gives up within seconds where a real one takes an hour. Its sandbox errs as a test wants it, and
/// behaves again when the next test begins.
/// </summary>
public sealed class ImpatientFixture(AzuriteFixture azurite) : IAsyncLifetime
{
    /// <summary>Twelve attempts within some twenty seconds, and nearly no repeats inside one.</summary>
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Access__FirstPause"] = "00:00:00.020",
        ["Klaviyo__MaxRetries"] = "1",
        ["Klaviyo__RetryDelay"] = "00:00:00.010",
        ["Klaviyo__LongestWait"] = "00:00:01",
        ["Klaviyo__AttemptTimeout"] = "00:00:05",
    };

    internal Installation Installation { get; private set; } = null!;

    internal AccessJourney Journey { get; private set; } = null!;

    internal SandboxControl Control => Installation.Control;

    internal ForwardingProxy Klaviyo => Installation.Proxies.Klaviyo;

    public async Task InitializeAsync()
    {
        Installation = await Installation.StartAsync(azurite, Settings);
        Journey = new AccessJourney(Installation, await Installation.ConnectAsync());
    }

    public async Task DisposeAsync()
    {
        Journey.Dispose();
        await Installation.DisposeAsync();
    }

    internal async Task BehaveAsync()
    {
        (Klaviyo.Redirect, Klaviyo.Rewrite) = (null, null);
        await Control.FaultsAsync();
        await Control.HappenAsync();
        await Control.QuirksAsync(new { });
    }
}
