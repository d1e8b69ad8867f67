using System.Diagnostics;
using Dxtra.Klaviyo.Local.Processes;

namespace Dxtra.Klaviyo.Local.Storage;

/// <summary>
/// Azurite, Microsoft's storage emulator, as a child process on 127.0.0.1. It ends with this object and with this process.
/// Installed on first use (see <see cref="AzuriteInstallation"/>). Ready, with all three services, when started.
/// </summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    // The emulator's account and key are fixed and published: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly ChildProcess _process;

    private AzuriteProcess(ChildProcess process, AzuriteAddresses addresses)
    {
        _process = process;
        Addresses = addresses;
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
            $"BlobEndpoint={addresses.Blob}{Account};QueueEndpoint={addresses.Queue}{Account};TableEndpoint={addresses.Table}{Account};";
    }

    public AzuriteAddresses Addresses { get; }

    /// <summary>For <c>AzureWebJobsStorage</c> and the SDK clients.</summary>
    public string ConnectionString { get; }

    public int Id => _process.Id;

    /// <exception cref="LauncherException">Node.js is missing or too old, the installation failed, or Azurite did not start.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken ct)
    {
        await AzuriteInstallation.EnsureAsync(options.Report, ct);
        var listening = new AzuriteListening();
        var output = new ChildOutput(options.LogFile, listening.Read);
        var process = ChildProcess.Start(StartInfo(options), output);
        try
        {
            return new AzuriteProcess(process, await ReadyAsync(process, listening, ct));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<AzuriteAddresses> ReadyAsync(ChildProcess process, AzuriteListening listening, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(StartPatience);
        var ready = listening.WaitAsync(deadline.Token);
        var exit = process.WaitForExitAsync(deadline.Token);
        try
        {
            if (await Task.WhenAny(ready, exit) == ready)
                return await ready;

            throw Failure(process, $"Azurite ended at its start with exit code {await exit}.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw Failure(process, $"Azurite was not ready after {StartPatience.TotalSeconds:0} seconds.");
        }
    }

    private static LauncherException Failure(ChildProcess process, string what) =>
        new(string.Join(Environment.NewLine, [what, .. process.Output.LastLines]));

    private static ProcessStartInfo StartInfo(AzuriteOptions options)
    {
        string Port(int offset) => (options.FirstPort == 0 ? 0 : options.FirstPort + offset).ToString();
        return new ProcessStartInfo("node",
        [
            Path.Combine(LauncherPaths.AzuriteFolder, "run.mjs"),
            "--silent",
            "--disableTelemetry",
            // The SDK clients speak a newer storage API version than this Azurite knows by name.
            "--skipApiVersionCheck",
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", Port(0), "--queuePort", Port(1), "--tablePort", Port(2),
            .. options.Location is { } location ? (string[])["--location", location] : ["--inMemoryPersistence"],
        ]);
    }
}
