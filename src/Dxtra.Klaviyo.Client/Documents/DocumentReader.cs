using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// Reads JSON:API documents. What may be missing, null or of another kind than the standard says (an empty array where an object is
/// meant) reads as nothing, and so does a known attribute in an impossible form: <see cref="KlaviyoResource{T}.Json"/> has it all the same.
/// Throws <see cref="JsonException"/> only when the primary data is no resource.
/// </summary>
internal static class DocumentReader
{
    private static readonly JsonElement EmptyObject = JsonElement.Parse("{}");

    public static KlaviyoResource<T> ReadResource<T>(JsonElement document, JsonTypeInfo<T> attributes) =>
        Property(document, "data") is { ValueKind: JsonValueKind.Object } data
            ? Resource(data, sent => AttributesReader.Read(sent, attributes))
            : throw new JsonException();

    public static KlaviyoDocument<T> ReadDocument<T>(JsonElement document, JsonTypeInfo<T> attributes) =>
        new(ReadResource(document, attributes), Included(document));

    /// <summary>The answer says that there is nothing: <c>"data": null</c>.</summary>
    public static bool IsNothing(JsonElement document) => Property(document, "data") is { ValueKind: JsonValueKind.Null };

    public static KlaviyoPage<T> ReadPage<T>(JsonElement document, JsonTypeInfo<T> attributes) =>
        ReadPage(document, sent => AttributesReader.Read(sent, attributes));

    /// <summary>With the attributes as they were sent, which belong to the document.</summary>
    public static KlaviyoPage<JsonElement> ReadRawPage(JsonElement document) => ReadPage(document, sent => sent);

    private static KlaviyoPage<T> ReadPage<T>(JsonElement document, Func<JsonElement, T> attributes)
    {
        if (Property(document, "data") is not { ValueKind: JsonValueKind.Array } data)
            throw new JsonException();

        return new KlaviyoPage<T>(
            [.. data.EnumerateArray().Select(item => Resource(item, attributes))],
            Included(document),
            Property(document, "meta") is { ValueKind: JsonValueKind.Object } meta ? meta : null,
            NextLink(document) is not null);
    }

    /// <summary>The text of <c>links.next</c>, or null on the last page.</summary>
    public static string? NextLink(JsonElement document) =>
        Property(Property(document, "links"), "next") is { ValueKind: JsonValueKind.String } next ? next.GetString() : null;

    private static IReadOnlyList<KlaviyoResource<JsonElement>> Included(JsonElement document) =>
        [.. Objects(Property(document, "included")).Select(item => Resource(item, sent => sent))];

    private static KlaviyoResource<T> Resource<T>(JsonElement json, Func<JsonElement, T> attributes)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new JsonException();

        var found = Property(json, "attributes") is { ValueKind: JsonValueKind.Object } sent ? sent : EmptyObject;
        return new KlaviyoResource<T>(
            Text(json, "id"),
            Text(json, "type"),
            attributes(found),
            RelationshipReader.Read(Property(json, "relationships")),
            json);
    }

    internal static JsonElement? Property(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) ? value : null;

    internal static IEnumerable<JsonElement> Objects(JsonElement? array) =>
        array is { ValueKind: JsonValueKind.Array } found
            ? found.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    internal static string Text(JsonElement owner, string name) => Property(owner, name)?.ToString() ?? "";
}
