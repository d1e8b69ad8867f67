using System.Globalization;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.Filters;

/// <summary>Gives a written value the type of its field. Strings must be quoted; datetimes, numbers and booleans must not.</summary>
internal static class FilterValues
{
    private static readonly string[] DateTimeForms =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <returns>Null when the value does not fit the field.</returns>
    public static object? Read(FilterLiteral literal, FilterRule rule) => rule.Type switch
    {
        "string" => literal.Quoted && (rule.Values is null || rule.Values.Contains(literal.Text)) ? literal.Text : null,
        "date-time" => literal.Quoted ? null : ReadDateTime(literal.Text),
        "number" or "integer" => literal.Quoted ? null : ReadNumber(literal.Text),
        "boolean" => literal.Quoted ? null : ReadBoolean(literal.Text),
        _ => null,
    };

    private static DateTimeOffset? ReadDateTime(string text) =>
        DateTimeOffset.TryParseExact(text, DateTimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) ? value : null;

    private static double? ReadNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static bool? ReadBoolean(string text) => bool.TryParse(text, out var value) ? value : null;
}
