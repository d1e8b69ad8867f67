using System.Text.Json;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Looks for people in what Klaviyo gives for nobody alone: for one or for many in one pass.</summary>
internal sealed class AccountSearch(SharedReads shared, TimeProvider time)
{
    /// <param name="category">The category of the rows.</param>
    /// <param name="operation">What is asked.</param>
    /// <param name="people">Of one account. Each gets the rows that are theirs, as of the time when reading began.</param>
    /// <param name="read">All rows of the account.</param>
    /// <param name="isOf">Tells whose a row is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ObjectRecord.TooManyException">There are more than are looked through.</exception>
    public async Task WriteAsync(
        string category, string operation, IReadOnlyList<PartReading> people, Func<CancellationToken, IAsyncEnumerable<PartPage>> read,
        Func<JsonElement, Func<ProfileIdentity, bool>> isOf, CancellationToken cancellationToken)
    {
        var rows = await shared.GetAsync(people[0].Work, category, () => read(CancellationToken.None), cancellationToken);
        var asOf = rows.Pages is null ? time.GetUtcNow() : rows.AsOf;
        var found = people.Select(_ => new List<ReadOnlyMemory<byte>>()).ToList();
        var pages = 0;
        await foreach (var page in (rows.Pages ?? read(cancellationToken)).WithCancellation(cancellationToken))
        {
            pages++;
            foreach (var row in page.Rows)
                Add(row, people, found, isOf);
        }

        foreach (var (person, theirs) in people.Zip(found))
            await person.WriteAsync(category, operation, theirs, pages, asOf, cancellationToken);
    }

    private static void Add(
        ReadOnlyMemory<byte> row, IReadOnlyList<PartReading> people, List<List<ReadOnlyMemory<byte>>> found, Func<JsonElement, Func<ProfileIdentity, bool>> isOf)
    {
        using var json = ExportSource.Parse(row);
        var isTheirs = isOf(json.RootElement);
        for (var index = 0; index < people.Count; index++)
        {
            if (isTheirs(people[index].Profile))
                found[index].Add(row.ToArray());
        }
    }
}
