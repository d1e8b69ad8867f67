using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Tests.Specification;

/// <summary>
/// Klaviyo's OpenAPI file, which lies beside the repository for those who build it (<c>../shared/reference</c>) and is not part of it.
/// </summary>
internal static class OfficialSpecification
{
    /// <summary>Why a test that needs the file is skipped.</summary>
    public const string Absence = "Klaviyo's OpenAPI file is not at ../shared/reference/klaviyo-openapi.json beside the repository; it may not be part of it.";

    private const string Solution = "Dxtra.Klaviyo.Functions.sln";

    public static string? Path { get; } = Find();

    public static JsonObject Read() => JsonNode.Parse(File.ReadAllText(Path!))!.AsObject();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(folder.FullName, Solution)))
                continue;
            var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder.FullName, "..", "shared", "reference", "klaviyo-openapi.json"));
            return File.Exists(path) ? path : null;
        }

        return null;
    }
}
