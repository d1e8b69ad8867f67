using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>Reads what a request's resource points to.</summary>
internal static class RelationshipBody
{
    /// <param name="data">The request's resource.</param>
    /// <param name="type">The type pointed to, which is the relationship's name too.</param>
    /// <returns>Null when there is no such relationship.</returns>
    /// <exception cref="Errors.ApiErrorException">400: the relationship names something else, or nothing.</exception>
    public static string? ReadId(JsonObject data, string type) => (data["relationships"] as JsonObject)?[type] is JsonObject relationship
        ? JsonBody.Text(JsonBody.Data(relationship, type), "id", $"/data/relationships/{type}/data/id")
        : null;
}
