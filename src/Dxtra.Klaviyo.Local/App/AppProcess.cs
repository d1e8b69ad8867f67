using System.Diagnostics;
using Dxtra.Klaviyo.Local.Processes;

namespace Dxtra.Klaviyo.Local.App;

/// <summary>The function app as a child process on 127.0.0.1: built beside the launcher, healthy when started.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);

    // An app that dies breaks its connections a moment before the system reports its end.
    private static readonly TimeSpan LastMoments = TimeSpan.FromSeconds(1);

    private readonly ChildProcess _process;

    private AppProcess(ChildProcess process, Uri baseAddress)
    {
        _process = process;
        BaseAddress = baseAddress;
    }

    /// <summary>Scheme, host and port: <c>http://127.0.0.1:7071/</c>.</summary>
    public Uri BaseAddress { get; }

    public int Id => _process.Id;

    public ChildOutput Output => _process.Output;

    /// <exception cref="LauncherException">The app is not built, ended while starting or did not become healthy in time.</exception>
    public static async Task<AppProcess> StartAsync(AppOptions options, CancellationToken ct)
    {
        if (!File.Exists(LauncherPaths.AppAssembly))
            throw new LauncherException($"The app is not built: {LauncherPaths.AppAssembly} is missing.");

        var address = new Uri($"http://127.0.0.1:{options.Port}/");
        var app = new AppProcess(ChildProcess.Start(StartInfo(options, address), new ChildOutput(options.LogFile)), address);
        try
        {
            await app.WhileAliveAsync(app.BecomeHealthyAsync, ct);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does the work, and gives it up with an explanation as soon as the app ends.</summary>
    /// <exception cref="LauncherException">The app ended: its exit code and last lines.</exception>
    public async Task<T> WhileAliveAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var exit = _process.WaitForExitAsync(either.Token);
        var working = work(either.Token);
        await Task.WhenAny(working, exit);
        if (working.Exception?.InnerException is HttpRequestException or IOException)
            await Task.WhenAny(exit, Task.Delay(LastMoments, either.Token));

        var ended = exit.IsCompletedSuccessfully && !working.IsCompletedSuccessfully && !ct.IsCancellationRequested;
        await either.CancelAsync();
        await Task.WhenAny(working);
        return ended ? throw Failure($"The app ended by itself with exit code {await exit}.") : await working;
    }

    /// <returns>The exit code, once the app has ended.</returns>
    public Task<int> WaitForExitAsync(CancellationToken ct) => _process.WaitForExitAsync(ct);

    /// <summary>Ends the app at once, as <c>kill -9</c> does.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>Asks the app to stop and waits until it has.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private async Task<bool> BecomeHealthyAsync(CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(StartPatience);
        try
        {
            await HealthProbe.UntilHealthyAsync(new Uri(BaseAddress, "api/health"), deadline.Token);
            return true;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw Failure($"The app was not healthy {StartPatience.TotalSeconds:0} seconds after its start.");
        }
    }

    private LauncherException Failure(string what) => new(string.Join(Environment.NewLine, [what, "Its last lines:", .. Output.LastLines]));

    private static ProcessStartInfo StartInfo(AppOptions options, Uri address)
    {
        // The SDK names the runtime it started us with; without it the one on the path has to do.
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, [LauncherPaths.AppAssembly, "--urls", address.ToString().TrimEnd('/')]);
        foreach (var (name, value) in options.Settings)
            start.Environment[name] = value;

        return start;
    }
}
