using System.Collections.Concurrent;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Looks many subjects up together and tells whose each profile is. Where that is not certain, the subject is left to be looked up
/// alone: when it led to no profile, to several, or to one with another identifier than was given; and when a call brought a profile
/// that none of its subjects shows on its face, as Klaviyo may find people by addresses that are not their first.
/// </summary>
internal sealed class ChunkSearch
{
    private const int SideBySide = 8;

    private readonly ConcurrentDictionary<string, FoundResource> _found = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SubjectIdentity, bool> _doubtful = new();

    private ChunkSearch()
    {
    }

    public static async Task<ChunkSearch> RunAsync(KlaviyoClient klaviyo, IReadOnlyCollection<SubjectIdentity> subjects, CancellationToken cancellationToken)
    {
        var (search, profiles) = (new ChunkSearch(), new ProfileSearch(klaviyo));
        await Parallel.ForEachAsync(Questions(subjects), new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken }, async (question, token) =>
        {
            foreach (var profile in await profiles.CollectAsync([(question.Identifier, question.Filter)], token))
                search.Add(question, profile);
        });
        return search;
    }

    /// <summary>All that were found.</summary>
    public IReadOnlyCollection<ProfileIdentity> Found => [.. _found.Values.Select(profile => ProfileIdentity.Of(profile.Profile.Json))];

    /// <summary>The one profile that is the subject's for certain; null when the subject must be looked up alone.</summary>
    public FoundResource? CertainOf(SubjectIdentity subject)
    {
        if (_doubtful.ContainsKey(subject))
            return null;
        var matches = _found.Values.Select(profile => profile with { FoundBy = [.. IdentifiersOf(subject, profile)] }).Where(profile => profile.FoundBy.Count > 0).ToList();
        return matches is [var match] && Candidate.Of(match, subject).DiffersIn.Count == 0 ? match : null;
    }

    private void Add(Question question, FoundResource profile)
    {
        _found[profile.Profile.Id] = profile;
        if (question.Subjects.Any(subject => IdentifiersOf(subject, profile).Any()))
            return;
        foreach (var subject in question.Subjects)
            _doubtful[subject] = true;
    }

    private static IEnumerable<Question> Questions(IReadOnlyCollection<SubjectIdentity> subjects) =>
    [
        .. Questions("email", subjects, subject => subject.Email is { } email ? EmailForms.Of(email) : [], ProfileFilter.Email),
        .. Questions("phone", subjects, subject => One(subject.Phone), ProfileFilter.PhoneNumber),
        .. Questions("externalId", subjects, subject => One(subject.ExternalId), ProfileFilter.ExternalId),
        .. Questions("profileId", subjects, subject => One(subject.ProfileId), ProfileFilter.Id),
    ];

    private static IEnumerable<Question> Questions(
        string identifier, IEnumerable<SubjectIdentity> subjects, Func<SubjectIdentity, IEnumerable<string>> valuesOf, Func<IEnumerable<string>, KlaviyoFilter> filter)
    {
        var asked = subjects.SelectMany(subject => valuesOf(subject).Select(value => (subject, value)));
        foreach (var call in FilterText.Cut(asked, pair => pair.value))
            yield return new(identifier, filter(call.Select(pair => pair.value).Distinct(StringComparer.Ordinal)), [.. call.Select(pair => pair.subject).Distinct()]);
    }

    private static IEnumerable<string> One(string? value) => value is null ? [] : [value];

    private static IEnumerable<string> IdentifiersOf(SubjectIdentity subject, FoundResource found)
    {
        var profile = ProfileIdentity.Of(found.Profile.Json);
        if (subject.Email is not null && string.Equals(subject.Email, profile.Email, StringComparison.OrdinalIgnoreCase))
            yield return "email";
        if (subject.Phone is not null && subject.Phone == profile.Phone)
            yield return "phone";
        if (subject.ExternalId is not null && subject.ExternalId == profile.ExternalId)
            yield return "externalId";
        if (subject.ProfileId is not null && subject.ProfileId == profile.Id)
            yield return "profileId";
    }

    private sealed record Question(string Identifier, KlaviyoFilter Filter, IReadOnlyList<SubjectIdentity> Subjects);
}
