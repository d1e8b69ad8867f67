using System.Diagnostics;
using System.Security.Cryptography;
using Dxtra.Klaviyo.Local.Processes;

namespace Dxtra.Klaviyo.Local.Storage;

/// <summary>
/// Installs the Azurite that <c>azurite/package-lock.json</c> pins with <c>npm ci</c>, once per lock file. Several launchers and
/// test runs may start at the same time: one installs, the others wait.
/// </summary>
internal static class AzuriteInstallation
{
    private static string LockFile => Path.Combine(LauncherPaths.AzuriteFolder, "package-lock.json");

    private static string Stamp => Path.Combine(LauncherPaths.AzuriteFolder, "node_modules", ".installed");

    /// <exception cref="LauncherException">Node.js is missing or too old, or npm failed; the message says what to do.</exception>
    public static async Task EnsureAsync(Action<string> report, CancellationToken ct)
    {
        await NodeVersion.EnsureAsync(ct);
        var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(LockFile, ct)));
        if (await IsInstalledAsync(wanted, ct))
            return;

        using var held = await FileLock.AcquireAsync(Path.Combine(LauncherPaths.AzuriteFolder, ".install.lock"), ct);
        if (await IsInstalledAsync(wanted, ct))
            return;

        report("Installing Azurite with npm. This happens once and takes about a minute.");
        await RunNpmAsync(ct);
        await File.WriteAllTextAsync(Stamp, wanted, ct);
    }

    private static async Task<bool> IsInstalledAsync(string wanted, CancellationToken ct) =>
        File.Exists(Stamp) && await File.ReadAllTextAsync(Stamp, ct) == wanted;

    private static async Task RunNpmAsync(CancellationToken ct)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var start = new ProcessStartInfo(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = LauncherPaths.AzuriteFolder,
        };
        await using var process = ChildProcess.Start(start, new ChildOutput());
        var exitCode = await WaitAsync(process, ct);
        if (exitCode != 0)
        {
            throw new LauncherException(string.Join(Environment.NewLine,
                [$"npm could not install Azurite (exit code {exitCode}). It needs the npm registry once.", .. process.Output.LastLines]));
        }
    }

    private static async Task<int> WaitAsync(ChildProcess npm, CancellationToken ct)
    {
        try
        {
            return await npm.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            await npm.KillAsync();
            throw;
        }
    }
}
