using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;

namespace Dxtra.Klaviyo.Sandbox.Resources.CustomObjects;

/// <summary>Object types as resource objects, with their schema on request. None has a draft.</summary>
internal sealed class ObjectTypeWriter(ResourceWriter writer)
{
    private const string CurrentSchema = "current-schema";

    public JsonObject Write(ObjectType type) => writer.Resource(
        ResourceTypes.ObjectType,
        type.Id,
        new JsonObject
        {
            ["title"] = type.Title,
            ["description"] = type.Description,
            ["status"] = "active",
            ["namespace"] = ObjectType.Namespace,
            ["created_at"] = TimeText.Seconds(type.Created),
            ["updated_at"] = TimeText.Seconds(type.Created),
        },
        new JsonObject
        {
            [CurrentSchema] = writer.Relationship(
                ResourceTypes.ObjectType,
                type.Id,
                CurrentSchema,
                writer.Query.Includes(CurrentSchema) ? ResourceWriter.Identifier(ResourceTypes.ObjectSchema, type.SchemaId) : null),
        });

    public void Include(ObjectType type, Included included)
    {
        if (writer.Query.Includes(CurrentSchema))
            included.Add(ResourceTypes.ObjectSchema, type.SchemaId, () => WriteSchema(type));
    }

    private JsonObject WriteSchema(ObjectType type) => writer.Resource(
        ResourceTypes.ObjectSchema,
        type.SchemaId,
        new JsonObject
        {
            ["title"] = type.Title,
            ["description"] = type.Description,
            ["status"] = "active",
            ["properties"] = new JsonArray([.. type.Properties.Select(Write)]),
            ["required"] = new JsonArray(type.Properties[0].Name),
            ["published_at"] = TimeText.Seconds(type.Created),
            ["visibility"] = "private",
        },
        new JsonObject { ["source-mapping"] = writer.Relationship(ResourceTypes.ObjectSchema, type.SchemaId, "source-mapping") });

    private static JsonObject Write(ObjectProperty property) =>
        new() { ["id"] = property.Id, ["name"] = property.Name, ["type"] = property.Type, ["description"] = "" };
}
