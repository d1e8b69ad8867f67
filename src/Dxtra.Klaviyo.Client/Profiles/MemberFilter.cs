namespace Dxtra.Klaviyo.Client;

/// <summary>The filters that reading the members of a list or segment takes. Klaviyo wants lists of values here.</summary>
public static class MemberFilter
{
    public static KlaviyoFilter Email(params IEnumerable<string> anyOf) => KlaviyoFilter.Any("email", anyOf);

    /// <summary>E.164.</summary>
    public static KlaviyoFilter PhoneNumber(params IEnumerable<string> anyOf) => KlaviyoFilter.Any("phone_number", anyOf);

    /// <summary>Segments only: the members of a list cannot be searched by profile id.</summary>
    public static KlaviyoFilter ProfileId(params IEnumerable<string> anyOf) => KlaviyoFilter.Any("profile_id", anyOf);

    /// <summary>Inclusive.</summary>
    public static KlaviyoFilter JoinedSince(DateTimeOffset bound) => KlaviyoFilter.GreaterOrEqual("joined_group_at", bound);
}
