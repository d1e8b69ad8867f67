using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Tests.Hosting;

/// <summary>Short cuts into JSON:API documents.</summary>
internal static class Items
{
    public static IReadOnlyList<string> Ids(this JsonObject document) =>
        [.. document["data"]!.AsArray().Select(item => (string)item!["id"]!)];

    public static IReadOnlyList<string> Ids(this IEnumerable<JsonObject> items) => [.. items.Select(item => (string)item["id"]!)];

    public static JsonObject Attributes(this JsonObject item) => item["attributes"]!.AsObject();

    /// <summary>A query value, percent-encoded.</summary>
    public static string Encoded(string value) => Uri.EscapeDataString(value);
}
