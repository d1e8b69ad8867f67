using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Journeys.Access;

/// <summary>The facts in a JSON document: its leaves, whatever stands around them; times in one spelling.</summary>
internal static partial class JsonFacts
{
    /// <returns>Every text, number and truth value; null and empty texts are no facts.</returns>
    public static IEnumerable<string> Of(JsonNode? node) => node switch
    {
        JsonObject owner => owner.SelectMany(property => Of(property.Value)),
        JsonArray array => array.SelectMany(Of),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() is { Length: > 0 } text ? [Time().IsMatch(text) ? InUtc(text) : text] : [],
        JsonValue value => [value.ToJsonString()],
        _ => [],
    };

    /// <summary>True when the text says the identifier, and not a longer one that happens to hold it.</summary>
    public static bool Says(string text, string identifier)
    {
        for (var at = text.IndexOf(identifier, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(identifier, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + identifier.Length;
            if ((at == 0 || !Goes(text[at - 1])) && (end == text.Length || !Goes(text[end])))
                return true;
        }

        return false;
    }

    private static string InUtc(string time) => DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, out var parsed)
        ? parsed.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)
        : time;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Time();

    private static bool Goes(char letter) => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '+' or '-' or '\'';
}
