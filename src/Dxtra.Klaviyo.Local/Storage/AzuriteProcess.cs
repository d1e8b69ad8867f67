using System.Diagnostics;
using Dxtra.Klaviyo.Local.Processes;

namespace Dxtra.Klaviyo.Local.Storage;

/// <summary>
/// Azurite, Microsoft's storage emulator, as a child process on 127.0.0.1. It ends with this object and with this process.
/// Installed on first use (see <see cref="AzuriteInstallation"/>). Ready, with all three services, when started.
/// </summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly ChildProcess _process;

    private readonly AzuriteOptions _options;

    private AzuriteProcess(ChildProcess process, AzuriteOptions options, AzuriteAddresses addresses)
    {
        _process = process;
        _options = options;
        Addresses = addresses;
    }

    public AzuriteAddresses Addresses { get; }

    /// <summary>The first account's, for <c>AzureWebJobsStorage</c> and the SDK clients.</summary>
    public string ConnectionString => ConnectionStringOf(_options.Accounts[0]);

    public int Id => _process.Id;

    /// <param name="account">One of the accounts it was started with.</param>
    public string ConnectionStringOf(string account) => AzuriteAccount.ConnectionString(account, Addresses);

    /// <exception cref="LauncherException">Node.js is missing or too old, the installation failed, or Azurite did not start.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken ct)
    {
        await AzuriteInstallation.EnsureAsync(options.Report, ct);
        var listening = new AzuriteListening();
        var output = new ChildOutput(options.LogFile, listening.Read);
        var process = ChildProcess.Start(StartInfo(options), output);
        try
        {
            return new AzuriteProcess(process, options, await ReadyAsync(process, listening, ct));
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
        var start = new ProcessStartInfo("node",
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
        start.Environment["AZURITE_ACCOUNTS"] = AzuriteAccount.Setting(options.Accounts);
        return start;
    }
}
