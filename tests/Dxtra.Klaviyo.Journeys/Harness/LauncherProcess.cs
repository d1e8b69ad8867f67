using System.Diagnostics;
using System.Text.RegularExpressions;
using Dxtra.Klaviyo.Local;
using Dxtra.Klaviyo.Local.Processes;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>The launcher as a person starts it, in a process of its own, with a temporary directory of its own.</summary>
internal sealed class LauncherProcess : IAsyncDisposable
{
    private static readonly string[] NotInherited =
        ["AzureWebJobsStorage", "Klaviyo__", "Auth__", "Embedded__", "Webhooks__", "KeyVault__", "KLAVIYO_API_KEY"];

    private readonly TemporaryDirectory _folder;
    private readonly LineWatch _lines;
    private readonly ChildProcess _process;

    private LauncherProcess(TemporaryDirectory folder, LineWatch lines, ChildProcess process)
    {
        _folder = folder;
        _lines = lines;
        _process = process;
    }

    public int Id => _process.Id;

    /// <summary>Everything it has printed so far.</summary>
    public string Text => _lines.Text;

    /// <summary>What it left in the place for temporary files.</summary>
    public IEnumerable<string> LeftOvers => Directory.GetDirectories(TemporaryPath(_folder), "dxtra-*");

    public string WorkingDirectory => _folder.Path;

    public static LauncherProcess Start(string[] args, Dictionary<string, string>? environment = null)
    {
        var folder = new TemporaryDirectory();
        var start = new ProcessStartInfo("dotnet", [typeof(LauncherPaths).Assembly.Location, .. args]) { WorkingDirectory = folder.Path };
        foreach (var name in start.Environment.Keys.Where(name => NotInherited.Any(n => name.StartsWith(n, StringComparison.OrdinalIgnoreCase))).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        foreach (var name in new[] { "TMPDIR", "TEMP", "TMP" })
            start.Environment[name] = Directory.CreateDirectory(TemporaryPath(folder)).FullName;

        var lines = new LineWatch();
        return new LauncherProcess(folder, lines, ChildProcess.Start(start, new ChildOutput(onLine: lines.Add)));
    }

    public Task<int> WaitForExitAsync(TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        return _process.WaitForExitAsync(deadline.Token);
    }

    /// <summary>Waits until a line fits the pattern.</summary>
    /// <returns>The match.</returns>
    public Task<Match> WaitForLineAsync(string pattern, TimeSpan patience) => _lines.WaitAsync(new Regex(pattern), patience);

    /// <summary>Ends the launcher alone, at once; what it started has to end by itself.</summary>
    public Task KillAsync() => Signals.KillAsync(Id);

    /// <summary>Ctrl-C.</summary>
    public Task InterruptAsync() => Signals.InterruptAsync(Id);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await _process.KillAsync();

        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private static string TemporaryPath(TemporaryDirectory folder) => Path.Combine(folder.Path, "tmp");
}
