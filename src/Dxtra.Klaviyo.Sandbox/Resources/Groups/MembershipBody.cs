using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Groups;

/// <summary>The profiles that a call puts on a list or takes off it.</summary>
internal static class MembershipBody
{
    private const int Most = 1000;

    /// <exception cref="Errors.ApiErrorException">400: no profiles, too many of them, or something else.</exception>
    public static IReadOnlyList<string> Read(JsonObject? body)
    {
        var items = JsonBody.Array(body ?? [], "data", "/data");
        if (items.Count is 0 or > Most)
            throw JsonBody.Invalid("/data", $"Between 1 and {Most} profiles are required.");
        return [.. items.Select(ReadId)];
    }

    private static string ReadId(JsonNode? item, int index) =>
        item is JsonObject profile && JsonBody.OptionalText(profile, "type", $"/data/{index}/type") == ResourceTypes.Profile
            ? JsonBody.Text(profile, "id", $"/data/{index}/id")
            : throw JsonBody.Invalid($"/data/{index}", "The type must be 'profile'.");
}
