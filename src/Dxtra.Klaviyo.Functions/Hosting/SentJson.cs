using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>Looks into what Klaviyo sent, whatever it is: what is missing or of another kind than expected reads as null.</summary>
internal static class SentJson
{
    public static JsonElement? Member(this JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && Find(owner, name) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    public static JsonElement? Member(this JsonElement? owner, string name) => owner?.Member(name);

    /// <summary>The first of several spellings that is there.</summary>
    public static JsonElement? FirstOf(this JsonElement? owner, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (owner.Member(name) is { } value)
                return value;
        }

        return null;
    }

    /// <summary>A text that is not empty, or a number as text.</summary>
    public static string? Text(this JsonElement owner, string name) => owner.Member(name).AsText();

    /// <inheritdoc cref="Text(JsonElement, string)"/>
    public static string? Text(this JsonElement? owner, string name) => owner.Member(name).AsText();

    public static string? AsText(this JsonElement? value)
    {
        try
        {
            return value?.ValueKind switch
            {
                JsonValueKind.String when value.Value.GetString() is { Length: > 0 } text => text,
                JsonValueKind.Number => value.Value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half a character (a lone surrogate): there is no text that says it.
            return null;
        }
    }

    public static decimal? AsNumber(this JsonElement? value) =>
        decimal.TryParse(value.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static IEnumerable<JsonElement> Items(this JsonElement? array) =>
        array is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : [];

    private static JsonElement? Find(JsonElement owner, string name)
    {
        try
        {
            return owner.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // Another name has half a character (a lone surrogate), and the look-up stumbles over it.
            var bytes = Encoding.UTF8.GetBytes(name);
            return owner.EnumerateObject().Where(property => JsonMarshal.GetRawUtf8PropertyName(property).SequenceEqual(bytes))
                .Select(property => (JsonElement?)property.Value).LastOrDefault();
        }
    }

    /// <summary>A time as Klaviyo writes it, with a <c>T</c> or a space, in Unix seconds.</summary>
    public static long? AsUnixSeconds(this JsonElement? value) =>
        DateTimeOffset.TryParse(value.AsText(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUnixTimeSeconds() : null;
}
