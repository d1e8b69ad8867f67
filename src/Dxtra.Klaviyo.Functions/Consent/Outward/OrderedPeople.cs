using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Finds out at Klaviyo how things are for many people at once, with as few calls as that takes.</summary>
internal sealed class OrderedPeople(IdentifierHashes hashes, ITombstoneStore tombstones)
{
    /// <returns>For each of the subjects, in their order.</returns>
    public async Task<IReadOnlyList<PersonNow>> ReadAsync(
        string controller, string processorId, KlaviyoClient klaviyo, IReadOnlyList<SubjectIdentity> subjects, CancellationToken cancellationToken)
    {
        var found = await FindAsync(klaviyo, subjects, cancellationToken);
        var profiles = subjects.Select(subject => found.Where(profile => profile.Is(subject)).ToList()).ToList();
        // Whoever named the address means everybody who has it; whoever named an id may not know of others who have the address.
        List<PersonProfile> unnamed = [.. profiles.Where((_, index) => subjects[index] is { Email: null, Phone: null }).SelectMany(own => own).Distinct()];
        var others = unnamed.Count == 0 ? [] : await FindAsync(klaviyo, [.. unnamed.Select(AddressesOf)], cancellationToken);
        var erased = await FindErasedAsync(controller, processorId, subjects, found, cancellationToken);
        return [.. subjects.Select((subject, index) => new PersonNow(
            subject, profiles[index], erased[index] || profiles[index].Exists(profile => erased[subjects.Count + IndexOf(found, profile)]), Shared(profiles[index], others)))];
    }

    private static async Task<List<PersonProfile>> FindAsync(
        KlaviyoClient klaviyo, IReadOnlyList<SubjectIdentity> subjects, CancellationToken cancellationToken)
    {
        IEnumerable<(string, KlaviyoFilter)> filters =
        [
            .. Filters("email", subjects.Select(subject => subject.Email).OfType<string>().SelectMany(EmailForms.Of), values => ProfileFilter.Email(values)),
            .. Filters("phone", subjects.Select(subject => subject.Phone), values => ProfileFilter.PhoneNumber(values)),
            .. Filters("externalId", subjects.Select(subject => subject.ExternalId), values => ProfileFilter.ExternalId(values)),
            .. Filters("profileId", subjects.Select(subject => subject.ProfileId), values => ProfileFilter.Id(values)),
        ];
        return [.. (await new ProfileSearch(klaviyo).CollectAsync(filters, cancellationToken)).Select(PersonProfile.Of)];
    }

    private static IEnumerable<(string, KlaviyoFilter)> Filters(string identifier, IEnumerable<string?> values, Func<IEnumerable<string>, KlaviyoFilter> filter) =>
        FilterText.Cut(values.OfType<string>().Distinct()).Select(cut => (identifier, filter(cut)));

    /// <returns>For each subject and then for each profile, whether it is an erased person's.</returns>
    private async Task<IReadOnlyList<bool>> FindErasedAsync(
        string controller, string processorId, IReadOnlyList<SubjectIdentity> subjects, IReadOnlyList<PersonProfile> profiles, CancellationToken cancellationToken)
    {
        List<IReadOnlyList<string>> known = [];
        IEnumerable<ProfileIdentity> given = subjects.Select(subject => new ProfileIdentity(subject.ProfileId ?? "", subject.Email, subject.Phone, subject.ExternalId));
        foreach (var identity in given.Concat(profiles.Select(profile => profile.Identity)))
            known.Add([.. (await hashes.OfAsync(controller, identity, cancellationToken)).Select(one => one.Hash)]);
        var marked = await tombstones.FindAsync(controller, processorId, [.. known.SelectMany(each => each).Distinct()], cancellationToken);
        var erased = marked.Select(tombstone => tombstone.Hash).ToHashSet(StringComparer.Ordinal);
        return [.. known.Select(each => each.Any(erased.Contains))];
    }

    private static HashSet<string> Shared(List<PersonProfile> own, List<PersonProfile> others)
    {
        var theirs = others.Where(other => own.TrueForAll(profile => profile.Identity.Id != other.Identity.Id)).SelectMany(Identifiers).ToHashSet(StringComparer.Ordinal);
        return [.. own.SelectMany(Identifiers).Where(theirs.Contains)];
    }

    private static IEnumerable<string> Identifiers(PersonProfile profile) =>
        new[] { profile.Identity.Email, profile.Identity.Phone }.OfType<string>().Select(identifier => identifier.ToLowerInvariant());

    private static SubjectIdentity AddressesOf(PersonProfile profile) => new(profile.Identity.Email, profile.Identity.Phone, null, null);

    private static int IndexOf(List<PersonProfile> found, PersonProfile profile) => found.FindIndex(one => ReferenceEquals(one, profile));
}
