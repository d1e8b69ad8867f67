using Dxtra.Klaviyo.Local;
using Dxtra.Klaviyo.Local.Api;
using Dxtra.Klaviyo.Local.App;
using Dxtra.Klaviyo.Local.Processes;
using Dxtra.Klaviyo.Local.Tokens;
using Dxtra.Klaviyo.Sandbox;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>
/// The app with a sandbox, a storage account and a data directory of its own. The app reaches Klaviyo and storage through
/// proxies only, so that a test sees every call and can stop one.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly string _key = DevelopmentKey.New();
    private readonly int _port = Ports.Free();
    private readonly IReadOnlyDictionary<string, string> _settings;

    private Installation(SandboxServer sandbox, InstallationProxies proxies, StorageAccount storage, IReadOnlyDictionary<string, string> settings)
    {
        _settings = settings;
        Control = new SandboxControl(sandbox.BaseAddress);
        Sandbox = sandbox;
        Proxies = proxies;
        Storage = storage;
        Api = new DxtraApi(Address, Controller, TokenFor(Controller));
    }

    public SandboxServer Sandbox { get; }

    public SandboxControl Control { get; }

    public InstallationProxies Proxies { get; }

    /// <summary>For tests that look into storage, past the proxies.</summary>
    public StorageAccount Storage { get; }

    public string Controller { get; } = DevelopmentController.NewDid();

    /// <summary>With a token for <see cref="Controller"/> and all roles.</summary>
    public DxtraApi Api { get; }

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    public string DataDirectory => Path.Combine(_data.Path, "app");

    public string LogFile => Path.Combine(_data.Path, "app.log");

    public AppProcess App { get; private set; } = null!;

    /// <param name="azurite">Has the storage.</param>
    /// <param name="settings">Of the app, beside those that every installation has.</param>
    public static async Task<Installation> StartAsync(AzuriteFixture azurite, IReadOnlyDictionary<string, string>? settings = null)
    {
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0, RateLimits = false }, CancellationToken.None);
        var storage = azurite.TakeAccount();
        var installation = new Installation(sandbox, await InstallationProxies.StartAsync(sandbox.BaseAddress, storage), storage, settings ?? new Dictionary<string, string>());
        await installation.StartAppAsync();
        return installation;
    }

    /// <summary>A token as <c>token</c> prints it.</summary>
    public string TokenFor(string controller, params string[] roles) =>
        DevelopmentToken.Create(_key, controller, roles is [] ? null : roles, DateTimeOffset.UtcNow);

    /// <summary>A token for <see cref="Controller"/> with all roles, of somebody else than <see cref="Api"/> acts as.</summary>
    public string TokenOf(string subject) => DevelopmentToken.Create(_key, Controller, null, DateTimeOffset.UtcNow, subject);

    /// <summary>Starts the app, again after a kill, with the same settings and data.</summary>
    public async Task StartAppAsync() => App = await AppProcess.StartAsync(
        new AppOptions { Port = _port, LogFile = LogFile, Settings = Settings() }, CancellationToken.None);

    /// <summary>Ends the app as <c>kill -9</c> does.</summary>
    public async Task KillAppAsync()
    {
        await App.KillAsync();
        await App.DisposeAsync();
    }

    /// <summary>Creates and confirms the sandbox's account as a processor.</summary>
    /// <returns>The processor's id.</returns>
    public async Task<string> ConnectAsync(string? apiKey = null)
    {
        var processor = await Api.CreateProcessorAsync(apiKey ?? Sandbox.ApiKey, CancellationToken.None);
        await Api.ConfirmAsync(processor.Id, CancellationToken.None);
        return processor.Id;
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        Control.Dispose();
        await App.DisposeAsync();
        await Proxies.DisposeAsync();
        await Sandbox.DisposeAsync();
        _data.Dispose();
    }

    private Dictionary<string, string> Settings() => new(_settings)
    {
        ["AzureWebJobsStorage"] = Proxies.InFrontOf(Storage).ConnectionString,
        ["Klaviyo__BaseAddress"] = Proxies.Klaviyo.Address.ToString(),
        // The sandbox has its limits switched off.
        ["Governor__Enabled"] = "false",
        ["Auth__DevelopmentKey"] = _key,
        ["Embedded__DataDirectory"] = DataDirectory,
        ["Embedded__ExitWithParent"] = "true",
        ["Webhooks__PublicBaseAddress"] = Address.ToString(),
        // Once a year: no call of the synchronisation's among those that a test counts or breaks.
        ["SyncSchedule"] = _settings.GetValueOrDefault("SyncSchedule", "0 0 0 1 1 *"),
    };
}
