using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The text of what Klaviyo sent, whatever it is.</summary>
internal static class SentText
{
    /// <summary>Of a value that holds no others. Half a character (a lone surrogate) stands as it was escaped.</summary>
    public static string Of(JsonElement value) => value.ValueKind == JsonValueKind.String ? Unescaped(value) : value.GetRawText();

    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property));
        }
    }

    /// <summary>Null, an empty text, an empty object, an empty array.</summary>
    public static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => JsonMarshal.GetRawUtf8Value(value).Length == 2,
        JsonValueKind.Object => value.GetPropertyCount() == 0,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    public static bool IsLeaf(JsonElement value) => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    /// <summary>The beginning of a long text, never in the middle of a character.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
    }

    private static string Unescaped(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText()[1..^1];
        }
    }
}
