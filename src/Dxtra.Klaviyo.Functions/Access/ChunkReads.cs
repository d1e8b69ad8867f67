using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What Klaviyo gives for many people in one call: their profiles, predictions, coupon codes, and what has to be looked through anyway.</summary>
internal sealed class ChunkReads(AccountCatalogue catalogue)
{
    private const int MostValues = 100;

    /// <summary>Every profile that an identifier of one of the subjects leads to.</summary>
    public static Task<IReadOnlyList<FoundResource>> FindAsync(
        KlaviyoClient klaviyo, IReadOnlyList<SubjectIdentity> subjects, CancellationToken cancellationToken) =>
        new ProfileSearch(klaviyo).CollectAsync(
            Filters("email", subjects.Where(subject => subject.Email is not null).SelectMany(subject => EmailForms.Of(subject.Email!)), ProfileFilter.Email)
                .Concat(Filters("phone", subjects.Select(subject => subject.Phone).OfType<string>(), ProfileFilter.PhoneNumber))
                .Concat(Filters("externalId", subjects.Select(subject => subject.ExternalId).OfType<string>(), ProfileFilter.ExternalId))
                .Concat(Filters("profileId", subjects.Select(subject => subject.ProfileId).OfType<string>(), ProfileFilter.Id)),
            cancellationToken);

    /// <summary>The profiles among those found that belong to a subject, with the identifiers that say so.</summary>
    public static IReadOnlyList<FoundResource> MatchesOf(SubjectIdentity subject, IReadOnlyList<FoundResource> found) =>
    [
        .. from profile in found
           let identifiers = IdentifiersOf(subject, ProfileIdentity.Of(profile.Profile.Json)).ToList()
           where identifiers.Count > 0
           select profile with { FoundBy = identifiers },
    ];

    public async Task ReadAsync(KlaviyoClient klaviyo, IReadOnlyList<ChunkPerson> people, CancellationToken cancellationToken)
    {
        var ids = people.Select(person => person.Profile.Id).ToList();
        await WriteAsync(people, Categories.PredictiveAnalytics, "get_profiles", await PredictionsAsync(klaviyo, ids, cancellationToken), cancellationToken);
        await WriteAsync(people, Categories.CouponCodes, "get_coupon_codes", await CouponsAsync(klaviyo, ids, cancellationToken), cancellationToken);
        var work = people[0].Reading.Work;
        if (await catalogue.ObjectTypesAsync(work, klaviyo, cancellationToken) is [])
            await WriteAsync(people, Categories.CustomObjects, "get_object_types", Nothing, cancellationToken);
        await WriteAsync(people, Categories.Reviews, "get_reviews", await ReviewsAsync(work, klaviyo, people, cancellationToken), cancellationToken);
    }

    private static ILookup<string, ReadOnlyMemory<byte>> Nothing { get; } = Array.Empty<string>().ToLookup(id => id, _ => default(ReadOnlyMemory<byte>));

    private static async Task WriteAsync(
        IReadOnlyList<ChunkPerson> people, string category, string operation, ILookup<string, ReadOnlyMemory<byte>>? rows, CancellationToken cancellationToken)
    {
        if (rows is null)
            return;
        foreach (var person in people)
            await person.WriteAsync(category, operation, rows[person.Profile.Id], cancellationToken);
    }

    /// <summary>Null when Klaviyo does not give them for many: then each is asked for alone.</summary>
    private static async Task<ILookup<string, ReadOnlyMemory<byte>>?> PredictionsAsync(
        KlaviyoClient klaviyo, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            var profiles = await klaviyo.Profiles.SearchAsync(ProfileFilter.Id(ids), ProfileAdditionalFields.PredictiveAnalytics, cancellationToken: cancellationToken)
                .ItemsAsync(cancellationToken).ToListAsync(cancellationToken);
            return profiles.SelectMany(profile => PredictionsReader.RowsOf(profile).Select(row => (profile.Id, row))).ToLookup(row => row.Id, row => row.row);
        }
        catch (Exception refused) when (refused is KlaviyoUnavailableException or KlaviyoPermissionException)
        {
            return null;
        }
    }

    private static async Task<ILookup<string, ReadOnlyMemory<byte>>?> CouponsAsync(
        KlaviyoClient klaviyo, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            var pages = await klaviyo.CouponCodes.SearchAsync(ids, cancellationToken).ToListAsync(cancellationToken);
            return pages.SelectMany(CouponsReader.RowsOf).ToLookup(row => row.ProfileId ?? "", row => row.Bytes);
        }
        catch (Exception refused) when (refused is KlaviyoPermissionException or KlaviyoNotFoundException)
        {
            return null;
        }
    }

    private async Task<ILookup<string, ReadOnlyMemory<byte>>?> ReviewsAsync(
        RequestWork work, KlaviyoClient klaviyo, IReadOnlyList<ChunkPerson> people, CancellationToken cancellationToken)
    {
        if (!await catalogue.HasReviewsAsync(work, klaviyo, cancellationToken))
            return Nothing;
        var ids = people.Where(person => person.Profile.Email is not null)
            .ToLookup(person => person.Profile.Email!, person => person.Profile.Id, StringComparer.OrdinalIgnoreCase);
        try
        {
            var rows = new List<(string Id, ReadOnlyMemory<byte> Row)>();
            await foreach (var review in klaviyo.Reviews.ListAsync(cancellationToken: cancellationToken).ItemsAsync(cancellationToken))
                rows.AddRange(ids[ReviewsReader.EmailOf(review) ?? ""].Select(id => (id, RowBytes.Of(review.Json))));
            return rows.ToLookup(row => row.Id, row => row.Row);
        }
        catch (KlaviyoPermissionException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Identifier, KlaviyoFilter Filter)> Filters(
        string identifier, IEnumerable<string> values, Func<IEnumerable<string>, KlaviyoFilter> filter) =>
        values.Distinct(StringComparer.Ordinal).Chunk(MostValues).Select(chunk => (identifier, filter(chunk)));

    private static IEnumerable<string> IdentifiersOf(SubjectIdentity subject, ProfileIdentity profile)
    {
        if (subject.Email is not null && string.Equals(subject.Email, profile.Email, StringComparison.OrdinalIgnoreCase))
            yield return "email";
        if (subject.Phone is not null && subject.Phone == profile.Phone)
            yield return "phone";
        if (subject.ExternalId is not null && subject.ExternalId == profile.ExternalId)
            yield return "externalId";
        if (subject.ProfileId is not null && subject.ProfileId == profile.Id)
            yield return "profileId";
    }
}
