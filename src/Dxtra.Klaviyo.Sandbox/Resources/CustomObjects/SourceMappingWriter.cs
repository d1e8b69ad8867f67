using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;

namespace Dxtra.Klaviyo.Sandbox.Resources.CustomObjects;

/// <summary>Which place of a data source fills which property, and which one names the person. The first property is the record's id.</summary>
internal static class SourceMappingWriter
{
    public static JsonObject Write(ObjectType type, ObjectSource source, ResourceWriter writer) => writer.Resource(
        ResourceTypes.SourceMapping,
        source.Id,
        new JsonObject
        {
            ["property_mappings"] = new JsonArray([.. type.Properties.Select(property => Write(property, type, source))]),
            ["relationship_mappings"] = new JsonArray(WriteRelationship(type, source)),
        });

    private static JsonObject Write(ObjectProperty property, ObjectType type, ObjectSource source) => new()
    {
        ["id"] = property.Id,
        ["type"] = "simple",
        ["source"] = new JsonObject
        {
            ["source_id"] = source.SourceId,
            ["id_path"] = PathOf(type.Properties[0].Name),
            ["data_path"] = PathOf(property.Name),
        },
    };

    private static JsonObject WriteRelationship(ObjectType type, ObjectSource source) => new()
    {
        ["relationship_id"] = source.RelationshipId,
        ["type"] = "simple",
        ["source"] = new JsonObject
        {
            ["source_id"] = source.SourceId,
            ["type"] = "profile",
            ["id_path"] = PathOf(type.Properties[0].Name),
            ["related_id_paths"] = new JsonArray(
                new JsonObject { ["identifier_type"] = source.IdentifierType, ["path"] = PathOf(source.IdentifierProperty) }),
            ["update_strategy"] = "replace_from_origin",
        },
    };

    private static string PathOf(string property) => $"$['{property}']";
}
