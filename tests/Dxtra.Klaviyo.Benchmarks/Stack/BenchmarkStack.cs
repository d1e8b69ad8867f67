using Dxtra.Klaviyo.Local;
using Dxtra.Klaviyo.Local.Storage;
using Dxtra.Klaviyo.Sandbox;

namespace Dxtra.Klaviyo.Benchmarks.Stack;

/// <summary>Azurite and the sandbox for the whole run; a fresh app, with a storage account and a data directory of its own, for each measurement.</summary>
internal sealed class BenchmarkStack : IAsyncDisposable
{
    private const int Accounts = 64;

    private readonly TemporaryDirectory _data;
    private readonly AzuriteProcess _azurite;
    private int _apps;

    private BenchmarkStack(TemporaryDirectory data, AzuriteProcess azurite, SandboxServer sandbox)
    {
        (_data, _azurite, Sandbox) = (data, azurite, sandbox);
        Control = new SandboxControl(sandbox.BaseAddress);
    }

    public SandboxServer Sandbox { get; }

    public SandboxControl Control { get; }

    /// <summary>For files that a measurement leaves behind; gone when the run ends.</summary>
    public string ScratchDirectory => _data.Path;

    public static async Task<BenchmarkStack> StartAsync(TimeSpan latency, Action<string> report, CancellationToken ct)
    {
        var data = new TemporaryDirectory();
        AzuriteProcess? azurite = null;
        try
        {
            // On disk: the parts and exports of a million events are more than a machine may have in memory.
            azurite = await AzuriteProcess.StartAsync(
                new AzuriteOptions { Location = Path.Combine(data.Path, "azurite"), Accounts = [.. Enumerable.Range(1, Accounts).Select(NameOf)], Report = report }, ct);
            return new(data, azurite, await SandboxServer.StartAsync(new SandboxOptions { Port = 0, Latency = latency }, ct));
        }
        catch
        {
            if (azurite is not null)
                await azurite.DisposeAsync();
            data.Dispose();
            throw;
        }
    }

    public Task<MeasuredApp> StartAppAsync(CancellationToken ct)
    {
        var (storage, directory) = TakeStorage();
        return MeasuredApp.StartAsync(Sandbox, storage, directory, ct);
    }

    /// <returns>The connection string of a storage account that nobody has used, and a data directory.</returns>
    public (string Storage, string Directory) TakeStorage()
    {
        var number = ++_apps;
        return (_azurite.ConnectionStringOf(NameOf(number)), Path.Combine(_data.Path, $"app{number}"));
    }

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        await Sandbox.DisposeAsync();
        await _azurite.DisposeAsync();
        _data.Dispose();
    }

    private static string NameOf(int number) => $"benchmark{number}";
}
