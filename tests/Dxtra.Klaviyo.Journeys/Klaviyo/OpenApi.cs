using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Journeys.Klaviyo;

/// <summary>Klaviyo's official OpenAPI document, as far as a request can be held against it.</summary>
internal sealed class OpenApi
{
    private readonly List<(string Method, Regex Path, JsonElement Operation)> _operations = [];

    private OpenApi(JsonElement document)
    {
        Version = document.GetProperty("info").GetProperty("version").GetString()!;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
                _operations.Add((operation.Name.ToUpperInvariant(), PatternOf(path.Name), operation.Value));
        }
    }

    /// <summary>Beside the repository's folder, where those who work on it keep what they look things up in.</summary>
    public static string File { get; } = Path.GetFullPath(Path.Combine(
        typeof(OpenApi).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "..", "shared", "reference", "klaviyo-openapi.json"));

    /// <summary>The revision that the document describes.</summary>
    public string Version { get; }

    public static async Task<OpenApi> LoadAsync()
    {
        await using var stream = System.IO.File.OpenRead(File);
        using var document = await JsonDocument.ParseAsync(stream);
        return new OpenApi(document.RootElement.Clone());
    }

    /// <returns>The operation, or null when there is none at this path with this method.</returns>
    public JsonElement? Find(string method, string path)
    {
        var found = _operations.FirstOrDefault(o => o.Method == method && o.Path.IsMatch(path));
        return found.Path is null ? null : found.Operation;
    }

    private static Regex PatternOf(string template) =>
        new("^" + string.Join("[^/]+", Regex.Split(template.TrimEnd('/'), @"\{[^}]+\}").Select(Regex.Escape)) + "/?$");
}
