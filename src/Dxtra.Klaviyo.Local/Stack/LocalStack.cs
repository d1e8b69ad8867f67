using Dxtra.Klaviyo.Local.App;
using Dxtra.Klaviyo.Local.Display;
using Dxtra.Klaviyo.Local.Processes;
using Dxtra.Klaviyo.Local.Settings;
using Dxtra.Klaviyo.Local.Storage;
using Dxtra.Klaviyo.Sandbox;

namespace Dxtra.Klaviyo.Local.Stack;

/// <summary>
/// Azurite, the sandbox and the app, running. What a setting from outside replaces is not started. Disposing stops them in the
/// opposite order.
/// </summary>
internal sealed class LocalStack : IAsyncDisposable
{
    private readonly AzuriteProcess? _azurite;

    private LocalStack(AzuriteProcess? azurite, SandboxServer? sandbox, AppProcess app, IReadOnlyDictionary<string, string> settings, string? developmentKey)
    {
        _azurite = azurite;
        Sandbox = sandbox;
        App = app;
        Settings = settings;
        DevelopmentKey = developmentKey;
    }

    /// <summary>Null when the app talks to a Klaviyo given from outside.</summary>
    public SandboxServer? Sandbox { get; }

    public AppProcess App { get; }

    /// <summary>What the launcher set for the app.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Signs tokens that the app takes; null when the app trusts an issuer given from outside.</summary>
    public string? DevelopmentKey { get; }

    public static async Task<LocalStack> StartAsync(StackOptions options, OutsideSettings outside, IStepDisplay display, CancellationToken ct)
    {
        StackPorts.EnsureFree(options, outside);
        DataDirectory.Ensure(options.DataDirectory);
        AzuriteProcess? azurite = null;
        SandboxServer? sandbox = null;
        try
        {
            azurite = outside.Has(SettingNames.Storage) ? null : await StackSteps.AzuriteAsync(options, display, ct);
            sandbox = outside.Has(SettingNames.KlaviyoBaseAddress) ? null : await StackSteps.SandboxAsync(options, display, ct);
            var key = DevelopmentKeyFor(options, outside);
            var port = options.AppPort == 0 ? Ports.Free() : options.AppPort;
            var settings = AppSettings.Compose(outside, Own(options, azurite, sandbox, key, port));
            return new LocalStack(azurite, sandbox, await StackSteps.AppAsync(options, port, settings, display, ct), settings, key);
        }
        catch
        {
            await StopAsync(azurite, sandbox);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await StopAsync(_azurite, Sandbox);
    }

    private static string? DevelopmentKeyFor(StackOptions options, OutsideSettings outside) =>
        outside.Find(SettingNames.DevelopmentKey)
        ?? (outside.Has(SettingNames.Authority) ? null : Tokens.DevelopmentKey.InDirectory(options.DataDirectory));

    private static Dictionary<string, string?> Own(StackOptions options, AzuriteProcess? azurite, SandboxServer? sandbox, string? key, int port) => new()
    {
        [SettingNames.Storage] = azurite?.ConnectionString,
        [SettingNames.KlaviyoBaseAddress] = sandbox?.BaseAddress.ToString(),
        [SettingNames.DataDirectory] = Path.GetFullPath(Path.Combine(options.DataDirectory, "app")),
        [SettingNames.DevelopmentKey] = key,
        [SettingNames.PublicBaseAddress] = $"http://127.0.0.1:{port}/",
        [SettingNames.ExitWithParent] = "true",
    };

    private static async Task StopAsync(AzuriteProcess? azurite, SandboxServer? sandbox)
    {
        if (sandbox is not null)
            await sandbox.DisposeAsync();
        if (azurite is not null)
            await azurite.DisposeAsync();
    }
}
