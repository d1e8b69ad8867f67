using System.Text.Json;

namespace Dxtra.Klaviyo.Client;

/// <summary>Reads the <c>relationships</c> of a resource object.</summary>
internal static class RelationshipReader
{
    private static readonly Dictionary<string, KlaviyoRelationship> None = [];

    public static IReadOnlyDictionary<string, KlaviyoRelationship> Read(JsonElement? relationships) =>
        relationships is { ValueKind: JsonValueKind.Object } found
            ? found.EnumerateObject()
                .DistinctBy(member => member.Name)
                .ToDictionary(member => member.Name, member => Relationship(member.Value))
            : None;

    private static KlaviyoRelationship Relationship(JsonElement json) => DocumentReader.Property(json, "data") switch
    {
        { ValueKind: JsonValueKind.Object } one => new([Id(one)]),
        { ValueKind: JsonValueKind.Array } many => new([.. DocumentReader.Objects(many).Select(Id)]),
        _ => new([]),
    };

    private static KlaviyoResourceId Id(JsonElement json) => new(DocumentReader.Text(json, "type"), DocumentReader.Text(json, "id"));
}
