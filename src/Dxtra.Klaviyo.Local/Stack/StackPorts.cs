using Dxtra.Klaviyo.Local.Processes;
using Dxtra.Klaviyo.Local.Settings;

namespace Dxtra.Klaviyo.Local.Stack;

/// <summary>Looks at the wanted ports before anything is started, so that the answer is one clear sentence.</summary>
internal static class StackPorts
{
    public const string AppOption = "--app-port";
    public const string SandboxOption = "--sandbox-port";
    public const string AzuriteOption = "--azurite-port";

    /// <exception cref="LauncherException">A port is taken.</exception>
    public static void EnsureFree(StackOptions options, OutsideSettings outside)
    {
        Ensure(options.AppPort, AppOption, "the app");
        if (!outside.Has(SettingNames.KlaviyoBaseAddress))
            Ensure(options.SandboxPort, SandboxOption, "the sandbox");
        if (outside.Has(SettingNames.Storage) || options.AzuritePort == 0)
            return;

        foreach (var (offset, service) in new[] { (0, "blobs"), (1, "queues"), (2, "tables") })
            Ensure(options.AzuritePort + offset, AzuriteOption, $"Azurite's {service}");
    }

    private static void Ensure(int port, string option, string what)
    {
        if (port != 0)
            Ports.EnsureFree(port, option, what);
    }
}
