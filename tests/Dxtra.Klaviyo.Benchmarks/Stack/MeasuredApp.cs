using Dxtra.Klaviyo.Local.Api;
using Dxtra.Klaviyo.Local.App;
using Dxtra.Klaviyo.Local.Processes;
using Dxtra.Klaviyo.Local.Settings;
using Dxtra.Klaviyo.Local.Tokens;
using Dxtra.Klaviyo.Sandbox;

namespace Dxtra.Klaviyo.Benchmarks.Stack;

/// <summary>The app as a child process, connected to the sandbox's account.</summary>
internal sealed class MeasuredApp : IAsyncDisposable
{
    private readonly AppProcess _process;
    private readonly DxtraApi _api;

    private MeasuredApp(AppProcess process, DxtraApi api, AccessApi access, SyncApi sync)
    {
        (_process, _api, Access, Sync) = (process, api, access, sync);
    }

    public int ProcessId => _process.Id;

    /// <summary>The access requests of the connected account.</summary>
    public AccessApi Access { get; }

    public SyncApi Sync { get; }

    public static async Task<MeasuredApp> StartAsync(SandboxServer sandbox, string storage, string dataDirectory, CancellationToken ct)
    {
        var (port, key, controller) = (Ports.Free(), DevelopmentKey.New(), DevelopmentController.NewDid());
        var process = await AppProcess.StartAsync(new AppOptions
        {
            Port = port,
            LogFile = Path.Combine(dataDirectory, "app.log"),
            Settings = Settings(sandbox.BaseAddress, storage, dataDirectory, key, port),
        }, ct);
        var token = DevelopmentToken.Create(key, controller, roles: null, DateTimeOffset.UtcNow);
        var api = new DxtraApi(process.BaseAddress, controller, token);
        try
        {
            var processor = await api.CreateProcessorAsync(sandbox.ApiKey, ct);
            await api.ConfirmAsync(processor.Id, ct);
            return new(
                process, api, new AccessApi(process.BaseAddress, controller, processor.Id, token), new SyncApi(process.BaseAddress, controller, processor.Id, token));
        }
        catch
        {
            api.Dispose();
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does the work, and explains it when the app ends meanwhile.</summary>
    public Task<T> WhileAliveAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct) => _process.WhileAliveAsync(work, ct);

    public async ValueTask DisposeAsync()
    {
        Access.Dispose();
        Sync.Dispose();
        _api.Dispose();
        await _process.DisposeAsync();
    }

    private static Dictionary<string, string> Settings(Uri klaviyo, string storage, string dataDirectory, string key, int port) => new()
    {
        [SettingNames.Storage] = storage,
        [SettingNames.KlaviyoBaseAddress] = klaviyo.ToString(),
        [SettingNames.DataDirectory] = dataDirectory,
        [SettingNames.DevelopmentKey] = key,
        [SettingNames.ExitWithParent] = "true",
        [SettingNames.PublicBaseAddress] = $"http://127.0.0.1:{port}/",
        [UsedShare.Setting] = UsedShare.Text,
        // Once a year: the synchronisation runs when it is measured.
        ["SyncSchedule"] = "0 0 0 1 1 *",
    };
}
