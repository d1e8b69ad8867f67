using System.Runtime.CompilerServices;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Finds every profile that one of a subject's identifiers leads to, each once, with the identifiers that led to it.</summary>
internal static class ProfileSearch
{
    private static readonly string[] Fields = [ProfileFields.Email, ProfileFields.PhoneNumber, ProfileFields.ExternalId];

    public static async Task<IReadOnlyList<FoundProfile>> FindAsync(
        KlaviyoClient klaviyo, SubjectIdentity subject, CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<string, FoundProfile>(StringComparer.Ordinal);
        await foreach (var (profile, identifier) in MatchesAsync(klaviyo, subject, cancellationToken))
        {
            found[profile.Id] = found.TryGetValue(profile.Id, out var earlier)
                ? earlier with { FoundBy = [.. earlier.FoundBy.Append(identifier).Distinct()] }
                : new(profile.Id, Masked(profile), [identifier]);
        }

        return [.. found.Values];
    }

    private static async IAsyncEnumerable<(KlaviyoResource<ProfileAttributes> Profile, string Identifier)> MatchesAsync(
        KlaviyoClient klaviyo, SubjectIdentity subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (identifier, filter) in FiltersOf(subject))
        {
            await foreach (var profile in klaviyo.Profiles.SearchAsync(filter, fields: Fields, cancellationToken: cancellationToken).ItemsAsync(cancellationToken))
                yield return (profile, identifier);
        }

        if (subject.ProfileId is { } id && await klaviyo.Profiles.FindByIdAsync(id, cancellationToken: cancellationToken) is { } byId)
            yield return (byId, "profileId");
    }

    /// <summary>Klaviyo does not say whether it folds the case of an address, so it is asked as given and in lower case.</summary>
    private static IEnumerable<(string Identifier, KlaviyoFilter Filter)> FiltersOf(SubjectIdentity subject)
    {
        if (subject.Email is { } email)
            yield return ("email", ProfileFilter.Email(new[] { email, email.ToLowerInvariant() }.Distinct()));
        if (subject.Phone is { } phone)
            yield return ("phone", ProfileFilter.PhoneNumber(phone));
        if (subject.ExternalId is { } externalId)
            yield return ("externalId", ProfileFilter.ExternalId(externalId));
    }

    private static string Masked(KlaviyoResource<ProfileAttributes> profile) => SubjectMask.Of(new(
        profile.Attributes.Email, profile.Attributes.PhoneNumber, profile.Attributes.ExternalId, profile.Id));
}
