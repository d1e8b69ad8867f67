using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Documents;

/// <summary>Writes resource objects and relationships in the shape that one call asked for.</summary>
internal sealed class ResourceWriter(ApiCall call)
{
    public ApiQuery Query => call.Query;

    public WireQuirks Wire => call.Wire;

    /// <param name="type">The resource type.</param>
    /// <param name="id">The resource's id.</param>
    /// <param name="attributes">All its attributes; null for a type without any.</param>
    /// <param name="relationships">Null for a type without any.</param>
    /// <param name="additional">
    /// Attributes asked for as additional fields. The sparse fieldset may narrow them, but not drop them.
    /// </param>
    public JsonObject Resource(string type, string id, JsonObject? attributes, JsonObject? relationships = null, JsonObject? additional = null)
    {
        var resource = new JsonObject { ["type"] = type, ["id"] = id };
        if (attributes is not null)
            resource["attributes"] = Attributes(type, attributes, additional ?? []);
        if (relationships is not null)
            resource["relationships"] = relationships;
        resource["links"] = new JsonObject { ["self"] = call.Links.Resource(type, id) };
        return resource;
    }

    public static JsonObject Identifier(string type, string id) => new() { ["type"] = type, ["id"] = id };

    /// <param name="type">The type of the resource that has the relationship.</param>
    /// <param name="id">Its id.</param>
    /// <param name="name">The relationship's name.</param>
    /// <param name="data">What it points to; null leaves <c>data</c> out, as Klaviyo does when the resources are not included.</param>
    public JsonObject Relationship(string type, string id, string name, JsonNode? data = null)
    {
        var relationship = new JsonObject();
        if (data is not null)
            relationship["data"] = data;
        relationship["links"] = new JsonObject
        {
            ["self"] = call.Links.Relationship(type, id, name),
            ["related"] = call.Links.Related(type, id, name),
        };
        return relationship;
    }

    /// <summary>A relationship to many, with data when it is included in the call.</summary>
    public JsonObject ToMany(string type, string id, string name, string targetType, Func<IEnumerable<string>> targetIds) =>
        Relationship(type, id, name, Query.Includes(name) ? Identifiers(targetType, targetIds()) : null);

    public static JsonArray Identifiers(string type, IEnumerable<string> ids) =>
        new([.. ids.Select(id => (JsonNode)Identifier(type, id))]);

    private JsonObject Attributes(string type, JsonObject attributes, JsonObject additional)
    {
        foreach (var (name, value) in additional)
            attributes[name] = value?.DeepClone();
        if (Wire.UnknownAttributes)
            attributes["sandbox_unknown"] = new JsonObject { ["since"] = "a later revision", ["of"] = type };
        if (!Query.Fields.TryGetValue(type, out var fields))
            return attributes;

        var shown = SparseFields.Keep(attributes, fields);
        foreach (var (name, value) in additional)
            shown.TryAdd(name, value?.DeepClone());
        return shown;
    }
}
