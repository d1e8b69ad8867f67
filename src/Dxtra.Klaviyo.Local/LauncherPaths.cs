using System.Reflection;

namespace Dxtra.Klaviyo.Local;

/// <summary>Paths that the build wrote into this assembly (see the project file): what the launcher starts is built beside it.</summary>
internal static class LauncherPaths
{
    /// <summary>The folder with Azurite's <c>package.json</c>, lock file and start script.</summary>
    public static string AzuriteFolder { get; } = Metadata("AzuriteFolder");

    /// <summary>The app's assembly, of the same configuration and target framework.</summary>
    public static string AppAssembly { get; } = Metadata("AppAssembly");

    private static string Metadata(string key) =>
        typeof(LauncherPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
