using System.Text.Json;
using System.Text.RegularExpressions;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// The fields of a flow webhook's body. Klaviyo puts values into a template as they are: a quotation mark or a line break in one of them
/// breaks the JSON. Then each field is what stands between its own name and the next one.
/// </summary>
internal static partial class FlowFields
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>By name; those that are empty are left out.</summary>
    public static IReadOnlyDictionary<string, string> Read(byte[] content)
    {
        try
        {
            var root = JsonSerializer.Deserialize<JsonElement>(content);
            return root.ValueKind != JsonValueKind.Object ? None : Whole(root.EnumerateObject().Select(field => (field.Name, root.Text(field.Name))));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Broken(System.Text.Encoding.UTF8.GetString(content));
        }
    }

    private static IReadOnlyDictionary<string, string> Broken(string text)
    {
        try
        {
            return Whole(Fields().Matches(text).Select(match => (match.Groups["name"].Value, (string?)match.Groups["value"].Value)));
        }
        catch (RegexMatchTimeoutException)
        {
            return None;
        }
    }

    private static Dictionary<string, string> Whole(IEnumerable<(string Name, string? Value)> fields) => fields
        .Where(field => !string.IsNullOrWhiteSpace(field.Value))
        .GroupBy(field => field.Name, StringComparer.Ordinal)
        .ToDictionary(field => field.Key, field => field.Last().Value!.Trim(), StringComparer.Ordinal);

    [GeneratedRegex(
        """
        "(?<name>topic|profile|event|at|list|method|bounce)"\s*:\s*"(?<value>.*?)"\s*(?=,\s*"\w+"\s*:|,?\s*\}\s*\z)
        """,
        RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 500)]
    private static partial Regex Fields();
}
