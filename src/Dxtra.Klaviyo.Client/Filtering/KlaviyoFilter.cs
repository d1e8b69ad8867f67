using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// A filter in Klaviyo's grammar: <c>operator(field,value)</c>, joined by commas that mean "and". There is no "or". Texts are quoted
/// and escaped, times are bare ISO 8601 in UTC, numbers and booleans are bare. Which operator a field takes differs by endpoint.
/// </summary>
public sealed partial class KlaviyoFilter
{
    private readonly string _fields;

    private KlaviyoFilter(string expression, string fields) => (Expression, _fields) = (expression, fields);

    /// <summary>The filter as Klaviyo reads it, not yet percent-encoded. It may name a person: keep it out of logs.</summary>
    public string Expression { get; }

    public static KlaviyoFilter Equals(string field, string value) => Compare("equals", field, FilterValue.Of(value));

    public static KlaviyoFilter Equals(string field, bool value) => Compare("equals", field, FilterValue.Of(value));

    public static KlaviyoFilter Equals(string field, decimal value) => Compare("equals", field, FilterValue.Of(value));

    public static KlaviyoFilter Equals(string field, DateTimeOffset value) => Compare("equals", field, FilterValue.Of(value));

    /// <summary>The list form of equals, which some fields take in place of <see cref="Any"/>.</summary>
    public static KlaviyoFilter EqualsOneOf(string field, IEnumerable<string> values) => Compare("equals", field, FilterValue.Of(values));

    public static KlaviyoFilter Any(string field, IEnumerable<string> values) => Compare("any", field, FilterValue.Of(values));

    public static KlaviyoFilter GreaterThan(string field, DateTimeOffset value) => Compare("greater-than", field, FilterValue.Of(value));

    public static KlaviyoFilter GreaterThan(string field, decimal value) => Compare("greater-than", field, FilterValue.Of(value));

    public static KlaviyoFilter GreaterOrEqual(string field, DateTimeOffset value) =>
        Compare("greater-or-equal", field, FilterValue.Of(value));

    public static KlaviyoFilter GreaterOrEqual(string field, decimal value) => Compare("greater-or-equal", field, FilterValue.Of(value));

    public static KlaviyoFilter LessThan(string field, DateTimeOffset value) => Compare("less-than", field, FilterValue.Of(value));

    public static KlaviyoFilter LessThan(string field, decimal value) => Compare("less-than", field, FilterValue.Of(value));

    public static KlaviyoFilter LessOrEqual(string field, DateTimeOffset value) => Compare("less-or-equal", field, FilterValue.Of(value));

    public static KlaviyoFilter LessOrEqual(string field, decimal value) => Compare("less-or-equal", field, FilterValue.Of(value));

    public static KlaviyoFilter Contains(string field, string value) => Compare("contains", field, FilterValue.Of(value));

    /// <summary>The resource has something at the other end of a relationship.</summary>
    public static KlaviyoFilter Has(string relationship) => new($"has({Checked(relationship)})", relationship);

    /// <summary>Both must hold. With null, this filter alone.</summary>
    public KlaviyoFilter And(KlaviyoFilter? other) =>
        other is null ? this : new KlaviyoFilter($"{Expression},{other.Expression}", $"{_fields}, {other._fields}");

    /// <summary>The fields alone, without their values, which may name a person.</summary>
    public override string ToString() => $"filter on {_fields}";

    private static KlaviyoFilter Compare(string comparison, string field, string value) =>
        new($"{comparison}({Checked(field)},{value})", field);

    private static string Checked(string field) => FieldName().IsMatch(field)
        ? field
        : throw new ArgumentException("A field is letters, digits, underscores, hyphens and dots.", nameof(field));

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.-]*\z")]
    private static partial Regex FieldName();
}
