using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>All that a plan for a person depends on.</summary>
/// <param name="Subject">As the caller named them.</param>
/// <param name="Profiles">The profiles that the identifiers lead to.</param>
/// <param name="IsErased">One of the identifiers, given or found, is an erased person's.</param>
/// <param name="Shared">Addresses and numbers of the profiles that somebody else's profile has too, in lower case.</param>
internal sealed record PersonNow(SubjectIdentity Subject, IReadOnlyList<PersonProfile> Profiles, bool IsErased, IReadOnlySet<string> Shared)
{
    public override string ToString() => "(person)";
}
