using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace Dxtra.Functions.Embedded;

/// <summary>
/// <c>host.json</c> and <c>local.settings.json</c> as configuration. Each is taken from the content root (the current directory)
/// or else from beside the app, and yields to every other source: the environment and the command line win.
/// </summary>
internal static class FunctionsFiles
{
    /// <summary>Where the content of host.json is found, under the official host's name for it.</summary>
    public const string HostSection = "AzureFunctionsJobHost";

    public const string DefaultUrl = "http://127.0.0.1:7071";

    public static void AddFunctionsFiles(this ConfigurationManager configuration, string contentRoot)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["urls"] = DefaultUrl,
            // ASP.NET Core logs each request with its query, which may hold personal data.
            [$"{HostSection}:logging:logLevel:Microsoft.AspNetCore"] = "Warning",
        };
        foreach (var (key, value) in Read(contentRoot, "host.json").AsEnumerable())
            values[$"{HostSection}:{key}"] = value;
        foreach (var (key, value) in Read(contentRoot, "local.settings.json").GetSection("Values").AsEnumerable(makePathsRelative: true))
            values[key.Replace("__", ":", StringComparison.Ordinal)] = value;

        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = values.Where(pair => pair.Value is not null) });
    }

    private static IConfiguration Read(string contentRoot, string file)
    {
        var path = new[] { contentRoot, AppContext.BaseDirectory }.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
        var builder = new ConfigurationBuilder();
        return path is null ? builder.Build() : builder.AddJsonFile(path, optional: false, reloadOnChange: false).Build();
    }
}
