using System.Diagnostics;
using System.Security.Cryptography;

namespace Dxtra.Klaviyo.Local.Processes;

/// <summary>
/// Installs what the lock file of a folder pins with <c>npm ci</c>, once per lock file. Several processes may start at the same
/// time: one installs, the others wait.
/// </summary>
/// <param name="folder">Holds <c>package.json</c> and <c>package-lock.json</c>.</param>
/// <param name="what">What is installed, for messages.</param>
internal sealed class NpmInstallation(string folder, string what)
{
    private string LockFile => Path.Combine(folder, "package-lock.json");

    private string Stamp => Path.Combine(folder, "node_modules", ".installed");

    /// <exception cref="LauncherException">npm failed; the message says what to do.</exception>
    public async Task EnsureAsync(Action<string> report, CancellationToken ct)
    {
        var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(LockFile, ct)));
        if (await IsInstalledAsync(wanted, ct))
            return;

        using var held = await FileLock.AcquireAsync(Path.Combine(folder, ".install.lock"), ct);
        if (await IsInstalledAsync(wanted, ct))
            return;

        report($"Installing {what} with npm. This happens once and takes about a minute.");
        await RunNpmAsync(ct);
        await File.WriteAllTextAsync(Stamp, wanted, ct);
    }

    private async Task<bool> IsInstalledAsync(string wanted, CancellationToken ct) =>
        File.Exists(Stamp) && await File.ReadAllTextAsync(Stamp, ct) == wanted;

    private async Task RunNpmAsync(CancellationToken ct)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var start = new ProcessStartInfo(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = folder,
        };
        await using var process = ChildProcess.Start(start, new ChildOutput());
        var exitCode = await WaitAsync(process, ct);
        if (exitCode != 0)
        {
            throw new LauncherException(string.Join(Environment.NewLine,
                [$"npm could not install {what} (exit code {exitCode}). It needs the npm registry once.", .. process.Output.LastLines]));
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
