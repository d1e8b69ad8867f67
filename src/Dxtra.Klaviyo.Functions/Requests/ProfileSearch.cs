using System.Runtime.CompilerServices;
using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Finds every profile that an identifier leads to, each once, whole, with the identifiers that led to it.</summary>
internal sealed class ProfileSearch(KlaviyoClient klaviyo)
{
    private volatile bool _refused;

    /// <summary>By each identifier of the subject: they may lead to different profiles.</summary>
    public Task<IReadOnlyList<FoundResource>> FindAsync(SubjectIdentity subject, CancellationToken cancellationToken) =>
        CollectAsync(FiltersOf(subject), cancellationToken);

    /// <summary>By Klaviyo's ids, in one call; those that are gone are missing.</summary>
    public Task<IReadOnlyList<FoundResource>> FindAsync(IReadOnlyList<FoundProfile> profiles, CancellationToken cancellationToken) =>
        CollectAsync([("profileId", ProfileFilter.Id(profiles.Select(profile => profile.ProfileId)))], cancellationToken);

    /// <summary>By filters at hand; each has the name of the identifier that it asks for.</summary>
    public async Task<IReadOnlyList<FoundResource>> CollectAsync(
        IEnumerable<(string Identifier, KlaviyoFilter Filter)> filters, CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<string, FoundResource>(StringComparer.Ordinal);
        foreach (var (identifier, filter) in filters)
        {
            await foreach (var page in PagesAsync(filter, cancellationToken))
                foreach (var profile in page.Items)
                    Add(found, identifier, profile, page);
        }

        return [.. found.Values];
    }

    private void Add(
        SortedDictionary<string, FoundResource> found, string identifier, KlaviyoResource<ProfileAttributes> profile, KlaviyoPage<ProfileAttributes> page) =>
        found[profile.Id] = found.TryGetValue(profile.Id, out var earlier)
            ? earlier with { FoundBy = [.. earlier.FoundBy.Append(identifier).Distinct()] }
            : new(profile, page.Included, [identifier], _refused);

    /// <summary>With everything that one call can give. A key that may not see what comes beside a profile still sees the profile.</summary>
    private async IAsyncEnumerable<KlaviyoPage<ProfileAttributes>> PagesAsync(
        KlaviyoFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<KlaviyoPage<ProfileAttributes>>? pages = null;
        while (pages is null)
        {
            var include = _refused ? ProfileIncludes.None : ProfileIncludes.Conversations | ProfileIncludes.PushTokens;
            try
            {
                pages = await klaviyo.Profiles.SearchAsync(filter, ProfileAdditionalFields.Subscriptions, include, cancellationToken: cancellationToken)
                    .ToListAsync(cancellationToken);
            }
            catch (KlaviyoPermissionException) when (include != ProfileIncludes.None)
            {
                _refused = true;
            }
        }

        foreach (var page in pages)
            yield return page;
    }

    private static IEnumerable<(string Identifier, KlaviyoFilter Filter)> FiltersOf(SubjectIdentity subject)
    {
        if (subject.Email is { } email)
        {
            foreach (var forms in FilterText.Cut(EmailForms.Of(email)))
                yield return ("email", ProfileFilter.Email(forms));
        }

        if (subject.Phone is { } phone)
            yield return ("phone", ProfileFilter.PhoneNumber(phone));
        if (subject.ExternalId is { } externalId)
            yield return ("externalId", ProfileFilter.ExternalId(externalId));
        if (subject.ProfileId is { } id)
            yield return ("profileId", ProfileFilter.Id(id));
    }
}
