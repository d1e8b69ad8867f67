using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// When the synchronisation runs. A trigger wants its setting to be there, so the default is put beneath all other settings; in Azure, where
/// the host resolves it before the app runs, it is an app setting.
/// </summary>
internal static class SyncSchedule
{
    public const string Setting = "SyncSchedule";

    private const string EveryFiveMinutes = "0 */5 * * * *";

    public static void AddDefault(IConfigurationBuilder configuration) => configuration.Sources.Insert(
        0, new MemoryConfigurationSource { InitialData = new Dictionary<string, string?> { [Setting] = EveryFiveMinutes } });
}
