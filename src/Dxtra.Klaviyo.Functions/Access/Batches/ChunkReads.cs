using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// What Klaviyo gives for many people in one call: their predictions and coupon codes, and what has to be looked through anyway. What
/// it does not give for many is left to the run of each request.
/// </summary>
internal sealed class ChunkReads(AccountCatalogue catalogue, SharedReads shared)
{
    private const int MostValues = 100;

    public async Task ReadAsync(RequestWork work, KlaviyoClient klaviyo, IReadOnlyList<ChunkPerson> people, CancellationToken cancellationToken)
    {
        var ids = people.Select(person => person.Profile.Id).Distinct().Chunk(MostValues).ToList();
        await Task.WhenAll(
            WriteAsync(people, Categories.PredictiveAnalytics, "get_profiles", () => PredictionsAsync(klaviyo, ids, cancellationToken), cancellationToken),
            WriteAsync(people, Categories.CouponCodes, "get_coupon_codes", () => CouponsAsync(klaviyo, ids, cancellationToken), cancellationToken),
            WriteAsync(people, Categories.Reviews, "get_reviews", () => ReviewsAsync(work, klaviyo, people, cancellationToken), cancellationToken),
            ObjectsAsync(work, klaviyo, people, cancellationToken));
    }

    private static ILookup<string, ReadOnlyMemory<byte>> Nothing { get; } = Array.Empty<string>().ToLookup(id => id, _ => default(ReadOnlyMemory<byte>));

    private static async Task WriteAsync(
        IReadOnlyList<ChunkPerson> people, string category, string operation, Func<Task<ILookup<string, ReadOnlyMemory<byte>>?>> read, CancellationToken cancellationToken)
    {
        if (await read() is not { } rows)
            return;
        foreach (var person in people)
            await person.WriteAsync(category, operation, rows[person.Profile.Id], cancellationToken);
    }

    /// <summary>Null when Klaviyo does not give them for many: then each is asked for alone.</summary>
    private static async Task<ILookup<string, ReadOnlyMemory<byte>>?> PredictionsAsync(
        KlaviyoClient klaviyo, IReadOnlyList<string[]> ids, CancellationToken cancellationToken)
    {
        try
        {
            var profiles = new List<KlaviyoResource<ProfileAttributes>>();
            foreach (var chunk in ids)
            {
                profiles.AddRange(await klaviyo.Profiles.SearchAsync(ProfileFilter.Id(chunk), ProfileAdditionalFields.PredictiveAnalytics, cancellationToken: cancellationToken)
                    .ItemsAsync(cancellationToken).ToListAsync(cancellationToken));
            }

            return profiles.SelectMany(profile => PredictionsReader.RowsOf(profile).Select(row => (profile.Id, row))).ToLookup(row => row.Id, row => row.row);
        }
        catch (Exception refused) when (refused is KlaviyoUnavailableException or KlaviyoPermissionException)
        {
            return null;
        }
    }

    private static async Task<ILookup<string, ReadOnlyMemory<byte>>?> CouponsAsync(
        KlaviyoClient klaviyo, IReadOnlyList<string[]> ids, CancellationToken cancellationToken)
    {
        try
        {
            var rows = new List<(string? ProfileId, ReadOnlyMemory<byte> Bytes)>();
            foreach (var chunk in ids)
            {
                await foreach (var page in klaviyo.CouponCodes.SearchAsync(chunk, cancellationToken))
                    rows.AddRange(CouponsReader.RowsOf(page));
            }

            return rows.ToLookup(row => row.ProfileId ?? "", row => row.Bytes);
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
        var ids = people.Where(person => person.Profile.Email is not null).DistinctBy(person => person.Profile.Id)
            .ToLookup(person => person.Profile.Email!, person => person.Profile.Id, StringComparer.OrdinalIgnoreCase);
        try
        {
            var reviews = await shared.GetAsync(work, () => ReviewsAsync(klaviyo), cancellationToken);
            return reviews.SelectMany(review => ids[review.Key].SelectMany(id => review.Select(row => (id, row)))).ToLookup(row => row.id, row => row.row);
        }
        catch (KlaviyoPermissionException)
        {
            return null;
        }
    }

    /// <summary>The reviews by address, whatever its case. Others wait for them too, so they end with nobody's patience.</summary>
    private static async Task<ILookup<string, ReadOnlyMemory<byte>>> ReviewsAsync(KlaviyoClient klaviyo) =>
        (await klaviyo.Reviews.ListAsync(cancellationToken: CancellationToken.None).ItemsAsync(CancellationToken.None).ToListAsync(CancellationToken.None))
            .ToLookup(review => ReviewsReader.EmailOf(review) ?? "", review => RowBytes.Of(review.Json), StringComparer.OrdinalIgnoreCase);

    private static async Task<List<ObjectRecord>> ObjectsAsync(KlaviyoClient klaviyo, IReadOnlyList<NamedId> types) =>
        await ObjectRecord.PagesAsync(klaviyo, types, CancellationToken.None).SelectMany(page => page).ToListAsync(CancellationToken.None);

    private async Task ObjectsAsync(RequestWork work, KlaviyoClient klaviyo, IReadOnlyList<ChunkPerson> people, CancellationToken cancellationToken)
    {
        if (await catalogue.ObjectTypesAsync(work, klaviyo, cancellationToken) is not { } types)
            return;
        List<ObjectRecord> records;
        try
        {
            records = await shared.GetAsync(work, () => ObjectsAsync(klaviyo, types), cancellationToken);
        }
        catch (ObjectRecord.TooManyException)
        {
            foreach (var person in people)
                person.Gap(Categories.CustomObjects, ObjectRecord.Operation, GapReason.TooManyToSearch);
            return;
        }
        catch (Exception refused) when (refused is KlaviyoPermissionException or KlaviyoNotFoundException)
        {
            return;
        }

        foreach (var person in people)
            await person.WriteAsync(Categories.CustomObjects, ObjectRecord.Operation, records.Where(record => record.Bears(person.Profile)).Select(record => record.Row()), cancellationToken);
    }
}
