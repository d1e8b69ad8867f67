using System.Globalization;
using System.Text.Json;

namespace Dxtra.Klaviyo.Journeys.Klaviyo;

/// <summary>One value of a query parameter against its schema: type, bounds, enumeration. Arrays are one comma-separated value.</summary>
internal static class ParameterCheck
{
    /// <returns>What is wrong, or null.</returns>
    public static string? Violation(string value, JsonElement schema) => schema.GetProperty("type").GetString() switch
    {
        "integer" => Integer(value, schema),
        "array" => value.Split(',').Select(item => Enumeration(item, schema.GetProperty("items"))).FirstOrDefault(v => v is not null),
        _ => Enumeration(value, schema),
    };

    private static string? Integer(string value, JsonElement schema)
    {
        if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return $"\"{value}\" is no number.";
        if (schema.TryGetProperty("minimum", out var minimum) && number < minimum.GetInt64())
            return $"{number} is below {minimum}.";
        return schema.TryGetProperty("maximum", out var maximum) && number > maximum.GetInt64() ? $"{number} is above {maximum}." : null;
    }

    private static string? Enumeration(string value, JsonElement schema) =>
        !schema.TryGetProperty("enum", out var allowed) || allowed.EnumerateArray().Any(a => a.GetString() == value)
            ? null
            : $"\"{value}\" is not one of its values.";
}
