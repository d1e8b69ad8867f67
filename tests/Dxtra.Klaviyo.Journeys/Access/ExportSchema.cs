using System.Text.Json.Nodes;
using NJsonSchema;

namespace Dxtra.Klaviyo.Journeys.Access;

/// <summary>The JSON Schema of the export as it is published, <c>docs/access-export.schema.json</c>.</summary>
internal static class ExportSchema
{
    public static async Task AssertFollowsAsync(JsonObject export)
    {
        var schema = await JsonSchema.FromFileAsync("access-export.schema.json");
        Assert.Empty(schema.Validate(export.ToJsonString()).Select(error => $"{error.Path}: {error.Kind}"));
    }
}
