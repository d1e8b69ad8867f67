namespace Dxtra.Klaviyo.Client;

/// <summary>Names for sparse reading (<c>fields[profile]</c>), as the specification spells them.</summary>
public static class ProfileFields
{
    public const string Created = "created";
    public const string Email = "email";
    public const string ExternalId = "external_id";
    public const string FirstName = "first_name";
    public const string LastName = "last_name";
    public const string LastEventDate = "last_event_date";
    public const string Location = "location";
    public const string PhoneNumber = "phone_number";
    public const string Properties = "properties";
    public const string Subscriptions = "subscriptions";
    public const string Updated = "updated";

    /// <summary>The most recent time a profile joined the list or segment; only where members are read.</summary>
    public const string JoinedGroupAt = "joined_group_at";
}
