using System.Text.Json.Nodes;
using NJsonSchema;

namespace Dxtra.Klaviyo.Sandbox.Tests.Specification;

/// <summary>
/// Validators made of the official response schemas. OpenAPI 3.0 is turned into plain JSON Schema: <c>nullable</c> becomes a choice with null;
/// <c>oneOf</c> becomes <c>anyOf</c>, as several of Klaviyo's alternatives have the same shape and nothing could match exactly one of them.
/// </summary>
internal sealed class ResponseSchemas(JsonObject specification)
{
    private const string Prefix = "#/components/schemas/";

    /// <summary>Recorded responses have null here, though the specification does not allow it.</summary>
    private static readonly HashSet<string> NullOnTheWire = ["next", "prev", "whatsapp", "definition"];

    private readonly Dictionary<string, JsonSchema> _validators = [];

    public Task<IReadOnlyList<string>> ValidateAsync(string operationId, int status, string body) =>
        ValidateAsync(NameOf(Operation(operationId)["responses"]![$"{status}"]!), body);

    /// <summary>The same for what a call carries.</summary>
    public Task<IReadOnlyList<string>> ValidateRequestAsync(string operationId, string body) =>
        ValidateAsync(NameOf(Operation(operationId)["requestBody"]!), body);

    private async Task<IReadOnlyList<string>> ValidateAsync(string name, string body)
    {
        if (!_validators.TryGetValue(name, out var validator))
            _validators[name] = validator = await JsonSchema.FromJsonAsync(Standalone(name).ToJsonString());
        return [.. validator.Validate(body).Select(error => error.ToString())];
    }

    private JsonObject Operation(string id) => specification["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject())
        .Select(method => method.Value as JsonObject)
        .Single(candidate => (string?)candidate?["operationId"] == id)!;

    private static string NameOf(JsonNode message) =>
        ((string)message["content"]!["application/vnd.api+json"]!["schema"]!["$ref"]!)[Prefix.Length..];

    /// <summary>The schema with everything it refers to, directly or not.</summary>
    private JsonObject Standalone(string name)
    {
        var definitions = new JsonObject();
        var pending = new Queue<string>([name]);
        while (pending.TryDequeue(out var next))
        {
            if (definitions.ContainsKey(next))
                continue;
            definitions[next] = Convert(specification["components"]!["schemas"]![next], pending);
        }

        return new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-04/schema#",
            ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{name}" }),
            ["definitions"] = definitions,
        };
    }

    private static JsonNode? Convert(JsonNode? node, Queue<string> references) => node switch
    {
        JsonArray array => new JsonArray([.. array.Select(item => Convert(item, references))]),
        JsonObject schema => ConvertObject(schema, references),
        _ => node?.DeepClone(),
    };

    private static JsonObject ConvertObject(JsonObject schema, Queue<string> references)
    {
        var converted = new JsonObject();
        foreach (var (key, value) in schema)
        {
            if (key is "discriminator" or "example" or "description" or "nullable")
                continue;
            converted[key == "oneOf" ? "anyOf" : key] = key == "properties" ? ConvertProperties(value!.AsObject(), references) : Convert(value, references);
        }

        if ((string?)(schema["$ref"] as JsonValue) is { } reference)
        {
            references.Enqueue(reference[Prefix.Length..]);
            converted = new JsonObject { ["$ref"] = $"#/definitions/{reference[Prefix.Length..]}" };
        }

        return (bool?)(schema["nullable"] as JsonValue) == true ? OrNull(converted) : converted;
    }

    private static JsonObject ConvertProperties(JsonObject properties, Queue<string> references)
    {
        var converted = new JsonObject();
        foreach (var (name, schema) in properties)
        {
            var property = Convert(schema, references)!.AsObject();
            converted[name] = NullOnTheWire.Contains(name) ? OrNull(property) : property;
        }

        return converted;
    }

    private static JsonObject OrNull(JsonObject schema) => new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
}
