using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>How much each profile of a preview holds.</summary>
internal static class PreviewCounts
{
    public static IReadOnlyList<IReadOnlyDictionary<string, int>> Of(byte[] preview)
    {
        using var json = JsonDocument.Parse(preview);
        return [.. json.RootElement.Member("profiles").Items().Select(profile => CountsOf(profile.Member("counts")))];
    }

    private static Dictionary<string, int> CountsOf(JsonElement? counts) => counts?.Deserialize<Dictionary<string, int>>(Json.Options) ?? [];
}
