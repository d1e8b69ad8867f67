using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// What Klaviyo gives for many people in one call: their predictions and coupon codes, and what has to be looked through anyway. What
/// it does not give for many is left to the run of each request.
/// </summary>
internal sealed class ChunkReads(ReviewsReader reviews, CustomObjectsReader objects)
{
    private const int MostValues = 100;

    public async Task ReadAsync(KlaviyoClient klaviyo, IReadOnlyList<ChunkPerson> people, CancellationToken cancellationToken)
    {
        var ids = people.Select(person => person.Profile.Id).Distinct().Chunk(MostValues).ToList();
        var readings = people.Select(person => person.Reading).ToList();
        await Task.WhenAll(
            WriteAsync(people, Categories.PredictiveAnalytics, "get_profiles", () => PredictionsAsync(klaviyo, ids, cancellationToken), cancellationToken),
            WriteAsync(people, Categories.CouponCodes, "get_coupon_codes", () => CouponsAsync(klaviyo, ids, cancellationToken), cancellationToken),
            TryAsync(() => reviews.ReadAsync(readings, cancellationToken)),
            TryAsync(() => objects.ReadAsync(readings, cancellationToken)));
    }

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

    /// <summary>What the key may not see is left to the run of each request, which says so.</summary>
    private static async Task TryAsync(Func<Task> read)
    {
        try
        {
            await read();
        }
        catch (Exception refused) when (refused is KlaviyoPermissionException or KlaviyoNotFoundException)
        {
            // Nothing was written.
        }
    }
}
