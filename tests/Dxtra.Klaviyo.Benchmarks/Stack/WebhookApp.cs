using Dxtra.Klaviyo.Local;
using Dxtra.Klaviyo.Local.Api;
using Dxtra.Klaviyo.Local.App;
using Dxtra.Klaviyo.Local.Processes;
using Dxtra.Klaviyo.Local.Settings;
using Dxtra.Klaviyo.Local.Tokens;

namespace Dxtra.Klaviyo.Benchmarks.Stack;

/// <summary>The app as a child process with a processor whose webhook is registered.</summary>
internal sealed class WebhookApp : IAsyncDisposable
{
    private readonly AppProcess _process;
    private readonly StandInKlaviyo _klaviyo;

    private WebhookApp(AppProcess process, StandInKlaviyo klaviyo, string processorId)
    {
        (_process, _klaviyo) = (process, klaviyo);
        Address = new Uri(process.BaseAddress, $"api/webhooks/klaviyo/{processorId}");
    }

    /// <summary>Where Klaviyo would post to.</summary>
    public Uri Address { get; }

    public string Secret => _klaviyo.Secret ?? throw new LauncherException("The app registered no webhook when its processor was confirmed.");

    public static async Task<WebhookApp> StartAsync(string storage, string dataDirectory, CancellationToken ct)
    {
        var (port, key, controller) = (Ports.Free(), DevelopmentKey.New(), DevelopmentController.NewDid());
        var klaviyo = await StandInKlaviyo.StartAsync();
        try
        {
            var process = await AppProcess.StartAsync(new AppOptions
            {
                Port = port,
                LogFile = Path.Combine(dataDirectory, "app.log"),
                Settings = new Dictionary<string, string>
                {
                    [SettingNames.Storage] = storage,
                    [SettingNames.KlaviyoBaseAddress] = klaviyo.Address.ToString(),
                    [SettingNames.DataDirectory] = dataDirectory,
                    [SettingNames.DevelopmentKey] = key,
                    [SettingNames.ExitWithParent] = "true",
                    [SettingNames.PublicBaseAddress] = $"http://127.0.0.1:{port}/",
                },
            }, ct);
            using var api = new DxtraApi(process.BaseAddress, controller, DevelopmentToken.Create(key, controller, roles: null, DateTimeOffset.UtcNow));
            var processor = await api.CreateProcessorAsync(StandInKlaviyo.ApiKey, ct);
            await api.ConfirmAsync(processor.Id, ct);
            return new(process, klaviyo, processor.Id);
        }
        catch
        {
            await klaviyo.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _klaviyo.DisposeAsync();
    }
}
