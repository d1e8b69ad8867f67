using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A profile of the person, as it is now.</summary>
internal sealed record PersonProfile(ProfileIdentity Identity, ProfileAttributes Attributes)
{
    public static PersonProfile Of(FoundResource found) => new(ProfileIdentity.Of(found.Profile.Json), found.Profile.Attributes);

    public string? IdentifierFor(ConsentChannel channel) => OrderedChannels.GoesByEmail(channel) ? Identity.Email : Identity.Phone;

    public HeldConsent Held(ConsentChannel channel) => HeldConsent.Of(Attributes.Subscriptions, OrderedChannels.FlagOf(channel));

    public bool Is(SubjectIdentity subject) =>
        (subject.Email is { } email && string.Equals(email, Identity.Email, StringComparison.OrdinalIgnoreCase))
        || (subject.Phone is { } phone && phone == Identity.Phone)
        || (subject.ExternalId is { } externalId && externalId == Identity.ExternalId)
        || (subject.ProfileId is { } id && id == Identity.Id);

    public override string ToString() => Identity.Id;
}
