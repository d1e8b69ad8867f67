using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Journeys.Access;

/// <summary>Two exports of the same person differ in the request's id and in times, and in nothing else.</summary>
internal static class ExportComparison
{
    private static readonly string[] OfTheRequest = ["id", "receivedAt", "dueAt", "generatedAt"];

    public static void AssertSame(JsonObject expected, JsonObject actual) =>
        Assert.Equal(WithoutIdsAndTimes(expected).ToJsonString(), WithoutIdsAndTimes(actual).ToJsonString());

    private static JsonNode WithoutIdsAndTimes(JsonObject export)
    {
        var copy = export.DeepClone().AsObject();
        foreach (var name in OfTheRequest)
            Assert.True(copy["request"]!.AsObject().Remove(name), $"The export's request has no {name}.");
        foreach (var part in copy["manifest"]!["parts"]!.AsArray())
            Assert.True(part!.AsObject().Remove("asOf"), "A part of the manifest has no asOf.");

        return copy;
    }
}
