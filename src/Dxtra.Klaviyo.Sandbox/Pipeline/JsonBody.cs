using System.Text.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Errors;

namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>Reads request documents; whatever is missing or of the wrong kind ends the call with a 400 that points to it.</summary>
internal static class JsonBody
{
    public static JsonObject Data(JsonObject? body, string type)
    {
        var data = Object(body ?? [], "data", "/data");
        return Text(data, "type", "/data/type") == type
            ? data
            : throw Invalid("/data/type", $"The type must be '{type}'.");
    }

    public static JsonObject Object(JsonObject parent, string name, string pointer) =>
        parent[name] as JsonObject ?? throw Invalid(pointer, $"'{name}' is a required object.");

    public static JsonArray Array(JsonObject parent, string name, string pointer) =>
        parent[name] as JsonArray ?? throw Invalid(pointer, $"'{name}' is a required array.");

    public static string Text(JsonObject parent, string name, string pointer) =>
        OptionalText(parent, name, pointer) ?? throw Invalid(pointer, $"'{name}' is a required field.");

    public static string? OptionalText(JsonObject parent, string name, string pointer) => parent[name] switch
    {
        null => null,
        { } value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw Invalid(pointer, $"'{name}' must be a string."),
    };

    public static bool? OptionalBoolean(JsonObject parent, string name, string pointer) => parent[name]?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Invalid(pointer, $"'{name}' must be a boolean."),
    };

    public static ApiErrorException Invalid(string pointer, string detail) => new(RequestErrors.InvalidBody(pointer, detail));
}
