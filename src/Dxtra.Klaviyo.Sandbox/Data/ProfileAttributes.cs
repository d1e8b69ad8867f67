namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>The attributes that can be written through the API, in the order in which they are shown.</summary>
internal static class ProfileAttributes
{
    public const string Location = "location";
    public const string Properties = "properties";

    public static IReadOnlyList<string> Identifiers { get; } = ["email", "phone_number", "external_id"];

    public static IReadOnlyList<string> Texts { get; } =
        [.. Identifiers, "first_name", "last_name", "organization", "locale", "title", "image"];

    public static IReadOnlyList<string> LocationFields { get; } =
        ["address1", "address2", "city", "country", "latitude", "longitude", "region", "zip", "timezone", "ip"];
}
