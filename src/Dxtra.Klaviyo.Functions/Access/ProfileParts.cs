using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Writes the parts that come out of a profile as it was found.</summary>
internal sealed class ProfileParts(PartStore parts, AccountCatalogue catalogue, TimeProvider time)
{
    public async Task<IReadOnlyList<PartResult>> WriteAsync(
        RequestWork work, int index, KlaviyoClient klaviyo, FoundResource found, CancellationToken cancellationToken)
    {
        var rows = new ProfileRows(found.Profile, found.Included);
        var reading = new PartReading(work, index, rows.Identity, klaviyo, parts, time.GetUtcNow());
        await WriteAsync(reading, Categories.Profile, rows.Profile, cancellationToken);
        await WriteAsync(reading, Categories.Consent, rows.Consent, cancellationToken);
        await WriteAsync(reading, Categories.Suppressions, rows.Suppressions(await ListNamesAsync(reading, rows, cancellationToken)), cancellationToken);
        if (found.IncludesRefused)
        {
            reading.Gap(Categories.PushTokens, ProfileRows.Operation, GapReason.MissingScope);
            reading.Gap(Categories.Conversations, ProfileRows.Operation, GapReason.MissingScope);
            return reading.Results;
        }

        await WriteAsync(reading, Categories.PushTokens, rows.PushTokens, cancellationToken);
        await WriteAsync(reading, Categories.Conversations, rows.Conversations, cancellationToken);
        return reading.Results;
    }

    /// <summary>What there is to say of a profile that is not there any more.</summary>
    public IEnumerable<PartResult> Gone(int index) => Reads.CategoriesOf(Reads.Profile).Select(category => new PartResult(
        index, category, ProfileRows.Operation, 0, 0, 0, null, time.GetUtcNow(), GapReason.ProfileGone, []));

    private static Task WriteAsync(
        PartReading reading, string category, IReadOnlyList<ReadOnlyMemory<byte>> rows, CancellationToken cancellationToken) =>
        reading.WriteAsync(category, ProfileRows.Operation, rows, cancellationToken);

    private async Task<Func<string, string?>> ListNamesAsync(PartReading reading, ProfileRows rows, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string?>();
        foreach (var id in rows.ListsNamed.Distinct())
            names[id] = (await catalogue.ListsAsync(reading.Work, reading.Klaviyo, id, cancellationToken)).GetValueOrDefault(id);
        return id => names.GetValueOrDefault(id);
    }
}
