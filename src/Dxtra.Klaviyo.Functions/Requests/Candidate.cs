
namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A profile as the caller is shown it: masked, with how it was found and what speaks against it.</summary>
internal static class Candidate
{
    public static FoundProfile Of(FoundResource found, SubjectIdentity subject)
    {
        var profile = ProfileIdentity.Of(found.Profile.Json);
        var masked = SubjectMask.Of(new(profile.Email, profile.Phone, profile.ExternalId, profile.Id));
        return new(profile.Id, masked, found.FoundBy, DiffersIn(profile, subject));
    }

    /// <summary>Identifiers that the subject gave and that the profile has otherwise: they point to somebody else.</summary>
    private static List<string> DiffersIn(ProfileIdentity profile, SubjectIdentity subject)
    {
        var differs = new List<string>();
        if (Differ(subject.Email, profile.Email, StringComparison.OrdinalIgnoreCase))
            differs.Add("email");
        if (Differ(subject.Phone, profile.Phone, StringComparison.Ordinal))
            differs.Add("phone");
        if (Differ(subject.ExternalId, profile.ExternalId, StringComparison.Ordinal))
            differs.Add("externalId");
        return differs;
    }

    private static bool Differ(string? given, string? has, StringComparison comparison) =>
        given is not null && has is not null && !string.Equals(given, has, comparison);
}
