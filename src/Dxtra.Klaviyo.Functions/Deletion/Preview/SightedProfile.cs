using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A profile as it was just looked at: what decides, and what it was taken from.</summary>
/// <param name="Picture">What a deletion is decided by.</param>
/// <param name="Found">The profile as Klaviyo answered it.</param>
/// <param name="Segments">By id; null when the key may not see them.</param>
internal sealed record SightedProfile(ProfilePicture Picture, FoundResource Found, IReadOnlyList<NamedThing>? Segments)
{
    public override string ToString() => "(profile)";
}
