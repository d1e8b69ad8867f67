using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// Reads attributes into what this client knows of them. One that has an impossible form, or text that is none (half of a surrogate
/// pair), reads as nothing: it must not cost the other attributes, let alone the whole page.
/// </summary>
internal static class AttributesReader
{
    public static T Read<T>(JsonElement sent, JsonTypeInfo<T> attributes)
    {
        try
        {
            return sent.Deserialize(attributes) ?? throw new JsonException();
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            return JsonSerializer.Deserialize(ReadableMembers(sent, attributes), attributes) ?? throw new JsonException();
        }
    }

    private static string ReadableMembers<T>(JsonElement sent, JsonTypeInfo<T> attributes)
    {
        var members = new StringBuilder("{");
        foreach (var member in sent.EnumerateObject())
            if (Readable(member, attributes) is { } text)
                members.Append(members.Length > 1 ? "," : "").Append(text);
        return members.Append('}').ToString();
    }

    private static string? Readable<T>(JsonProperty member, JsonTypeInfo<T> attributes)
    {
        try
        {
            var text = $"\"{JsonEncodedText.Encode(member.Name)}\":{member.Value.GetRawText()}";
            JsonSerializer.Deserialize($"{{{text}}}", attributes);
            return text;
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            return null;
        }
    }

    /// <summary>An argument: a name that is no text.</summary>
    private static bool IsUnreadable(Exception fault) =>
        fault is JsonException or InvalidOperationException or ArgumentException or FormatException;
}
