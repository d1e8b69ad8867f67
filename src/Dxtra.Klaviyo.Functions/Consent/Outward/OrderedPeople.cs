using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Finds out at Klaviyo how things are for many people at once, and who of them was erased.</summary>
internal sealed class OrderedPeople(IdentifierHashes hashes, ITombstoneStore tombstones)
{
    /// <returns>For each of the subjects, in their order.</returns>
    public async Task<IReadOnlyList<PersonNow>> ReadAsync(
        string controller, string processorId, KlaviyoClient klaviyo, IReadOnlyList<SubjectIdentity> subjects, CancellationToken cancellationToken)
    {
        var found = await PersonSearch.FindAsync(klaviyo, subjects, cancellationToken);
        List<PersonNow> people =
            [.. subjects.Select(subject => new PersonNow(subject, [.. found.Where(profile => profile.Is(subject))], IsErased: false, new HashSet<string>()))];
        return await WithErasedAsync(controller, processorId, await WithSharedAsync(klaviyo, people, cancellationToken), cancellationToken);
    }

    /// <summary>Whoever named an address means everybody who has it; whoever named an id may not know of others who have its address.</summary>
    private static async Task<IReadOnlyList<PersonNow>> WithSharedAsync(
        KlaviyoClient klaviyo, IReadOnlyList<PersonNow> people, CancellationToken cancellationToken)
    {
        List<SubjectIdentity> addresses =
        [
            .. people.Where(person => person.Subject is { Email: null, Phone: null }).SelectMany(person => person.Profiles)
                .Select(profile => new SubjectIdentity(profile.Identity.Email, profile.Identity.Phone, null, null)),
        ];
        if (addresses.Count == 0)
            return people;
        var holders = await PersonSearch.FindAsync(klaviyo, addresses, cancellationToken);
        return [.. people.Select(person => person.Subject is { Email: null, Phone: null } ? person with { Shared = SharedWith(holders, person) } : person)];
    }

    private static HashSet<string> SharedWith(IReadOnlyList<PersonProfile> holders, PersonNow person)
    {
        var own = person.Profiles.Select(profile => profile.Identity.Id).ToHashSet(StringComparer.Ordinal);
        var theirs = holders.Where(holder => !own.Contains(holder.Identity.Id)).SelectMany(Identifiers).ToHashSet(StringComparer.Ordinal);
        return [.. person.Profiles.SelectMany(Identifiers).Where(theirs.Contains)];
    }

    private async Task<IReadOnlyList<PersonNow>> WithErasedAsync(
        string controller, string processorId, IReadOnlyList<PersonNow> people, CancellationToken cancellationToken)
    {
        List<(PersonNow Person, IReadOnlyList<string> Hashes)> known = [];
        foreach (var person in people)
            known.Add((person, await HashesAsync(controller, person, cancellationToken)));
        var all = known.SelectMany(one => one.Hashes).Distinct().ToList();
        var erased = (await tombstones.FindAsync(controller, processorId, all, cancellationToken))
            .Select(tombstone => tombstone.Hash).ToHashSet(StringComparer.Ordinal);
        return [.. known.Select(one => one.Person with { IsErased = one.Hashes.Any(erased.Contains) })];
    }

    /// <summary>Of the identifiers given and of those of every profile found.</summary>
    private async Task<IReadOnlyList<string>> HashesAsync(string controller, PersonNow person, CancellationToken cancellationToken)
    {
        var (email, phone, externalId, profileId) = person.Subject;
        List<string> known = [];
        foreach (var identity in person.Profiles.Select(profile => profile.Identity).Prepend(new(profileId ?? "", email, phone, externalId)))
            known.AddRange((await hashes.OfAsync(controller, identity, cancellationToken)).Select(one => one.Hash));
        return known;
    }

    private static IEnumerable<string> Identifiers(PersonProfile profile) =>
        new[] { profile.Identity.Email, profile.Identity.Phone }.OfType<string>().Select(identifier => identifier.ToLowerInvariant());
}
