using Dxtra.Klaviyo.Local.Processes;

namespace Dxtra.Klaviyo.Local.Storage;

/// <summary>The Azurite that <c>azurite/package-lock.json</c> pins.</summary>
internal static class AzuriteInstallation
{
    private static readonly NpmInstallation Azurite = new(LauncherPaths.AzuriteFolder, "Azurite");

    /// <exception cref="LauncherException">Node.js is missing or too old, or npm failed; the message says what to do.</exception>
    public static async Task EnsureAsync(Action<string> report, CancellationToken ct)
    {
        await NodeVersion.EnsureAsync(ct);
        await Azurite.EnsureAsync(report, ct);
    }
}
