using System.ComponentModel;
using System.Diagnostics;
using Dxtra.Klaviyo.Local.Processes;

namespace Dxtra.Klaviyo.Local.Storage;

/// <summary>Azurite runs on Node.js: checked before anything else, because npm's own words for an old Node.js are hard to read.</summary>
internal static class NodeVersion
{
    private const int Oldest = 18;

    /// <exception cref="LauncherException">Node.js is not on the path, or older than 18.</exception>
    public static async Task EnsureAsync(CancellationToken ct)
    {
        var answer = await AskAsync(ct);
        if (Major(answer) is not { } major || major < Oldest)
            throw new LauncherException($"Azurite needs Node.js {Oldest} or newer; `node --version` answered \"{answer}\".");
    }

    /// <returns>The 20 of <c>v20.1.0</c>; null when the text is no version.</returns>
    internal static int? Major(string version) =>
        version.StartsWith('v') && int.TryParse(version.AsSpan(1, Math.Max(0, version.IndexOf('.') - 1)), out var major) ? major : null;

    private static async Task<string> AskAsync(CancellationToken ct)
    {
        try
        {
            await using var node = ChildProcess.Start(new ProcessStartInfo("node", ["--version"]), new ChildOutput());
            await node.WaitForExitAsync(ct);
            return node.Output.LastLines.FirstOrDefault("");
        }
        catch (Win32Exception e)
        {
            throw new LauncherException($"Node.js was not found. Azurite, the storage emulator, needs version {Oldest} or newer.", e);
        }
    }
}
