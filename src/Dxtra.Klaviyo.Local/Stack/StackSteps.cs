using Dxtra.Klaviyo.Local.App;
using Dxtra.Klaviyo.Local.Display;
using Dxtra.Klaviyo.Local.Storage;
using Dxtra.Klaviyo.Sandbox;

namespace Dxtra.Klaviyo.Local.Stack;

/// <summary>The start of each part as a step on the display.</summary>
internal static class StackSteps
{
    public static Task<AzuriteProcess> AzuriteAsync(StackOptions options, IStepDisplay display, CancellationToken ct) =>
        display.StepAsync("Start Azurite", async progress =>
        {
            var azurite = await AzuriteProcess.StartAsync(
                new AzuriteOptions
                {
                    FirstPort = options.AzuritePort,
                    Location = options.KeepStorage ? Path.Combine(options.DataDirectory, "azurite") : null,
                    LogFile = Path.Combine(options.DataDirectory, "logs", "azurite.log"),
                    Report = progress.Say,
                },
                ct);
            return (azurite, $"Azurite keeps tables and blobs at {azurite.Addresses.Blob}.");
        });

    public static Task<SandboxServer> SandboxAsync(StackOptions options, IStepDisplay display, CancellationToken ct) =>
        display.StepAsync("Start the sandbox", async _ =>
        {
            var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = options.SandboxPort }, ct);
            return (sandbox, $"The sandbox plays Klaviyo at {sandbox.BaseAddress}.");
        });

    public static Task<AppProcess> AppAsync(
        StackOptions options, int port, IReadOnlyDictionary<string, string> settings, IStepDisplay display, CancellationToken ct) =>
        display.StepAsync("Start the app", async _ =>
        {
            var logFile = Path.Combine(options.DataDirectory, "logs", "app.log");
            var app = await AppProcess.StartAsync(new AppOptions { Port = port, Settings = settings, LogFile = logFile }, ct);
            return (app, $"The app answers at {app.BaseAddress} (process {app.Id}).");
        });
}
