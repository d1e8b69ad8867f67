namespace Dxtra.Klaviyo.Client;

/// <summary>The filters that reading profiles takes. Klaviyo has no "or": ask once for each identifier.</summary>
public static class ProfileFilter
{
    public static KlaviyoFilter Id(params IEnumerable<string> anyOf) => OneOf("id", anyOf);

    /// <summary>Whether Klaviyo folds the case of an address is not documented: ask for the forms you know.</summary>
    public static KlaviyoFilter Email(params IEnumerable<string> anyOf) => OneOf("email", anyOf);

    /// <summary>E.164.</summary>
    public static KlaviyoFilter PhoneNumber(params IEnumerable<string> anyOf) => OneOf("phone_number", anyOf);

    public static KlaviyoFilter ExternalId(params IEnumerable<string> anyOf) => OneOf("external_id", anyOf);

    /// <summary>Exclusive, though Klaviyo sometimes returns equal ones. Refused when too near to now.</summary>
    public static KlaviyoFilter UpdatedAfter(DateTimeOffset bound) => KlaviyoFilter.GreaterThan("updated", bound);

    /// <inheritdoc cref="UpdatedAfter"/>
    public static KlaviyoFilter CreatedAfter(DateTimeOffset bound) => KlaviyoFilter.GreaterThan("created", bound);

    /// <inheritdoc cref="UpdatedAfter"/>
    public static KlaviyoFilter UpdatedBefore(DateTimeOffset bound) => KlaviyoFilter.LessThan("updated", bound);

    private static KlaviyoFilter OneOf(string field, IEnumerable<string> values) => values.ToList() switch
    {
        [var only] => KlaviyoFilter.Equals(field, only),
        var several => KlaviyoFilter.Any(field, several),
    };
}
