using System.Collections.Concurrent;
using System.Text.Json;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// The lists and segments of many people, asked the other way round: each list and segment is asked for all of them. One person at
/// a time, Klaviyo answers 60 a minute; this way 750 lists and 750 segments a minute for a hundred people each, joining times included.
/// </summary>
internal sealed class ChunkGroups(AccountCatalogue catalogue)
{
    /// <summary>Of each kind and chunk: with some chunks under way, enough that Klaviyo's limit and not its latency is what we wait for.</summary>
    private const int SideBySide = 12;
    private const double PerPersonAMinute = 60;
    private const double PerGroupAMinute = 750;
    private static readonly string[] JoinTime = [ProfileFields.JoinedGroupAt];

    /// <summary>Cheaper to ask the groups than the people, by the time that the limits make it take.</summary>
    public static bool IsCheaper(int groups, int people) => groups / PerGroupAMinute <= people / PerPersonAMinute;

    /// <param name="work">Whose account it is.</param>
    /// <param name="klaviyo">The account.</param>
    /// <param name="people">Those who are asked for.</param>
    /// <param name="since">A list that was made before then is not missed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task ReadAsync(
        RequestWork work, KlaviyoClient klaviyo, IReadOnlyList<ChunkPerson> people, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var groups = await catalogue.GroupsAsync(work, klaviyo, since, cancellationToken);
        await Task.WhenAll(
            ReadAsync(Categories.Lists, groups, people, (id, filter, token) => klaviyo.Lists.GetMembersAsync(id, filter, fields: JoinTime, cancellationToken: token), cancellationToken),
            ReadAsync(Categories.Segments, groups, people, (id, filter, token) => klaviyo.Segments.GetMembersAsync(id, filter, fields: JoinTime, cancellationToken: token), cancellationToken));
    }

    private static async Task ReadAsync(
        string category, AccountGroups groups, IReadOnlyList<ChunkPerson> people, Members members, CancellationToken cancellationToken)
    {
        var operation = category == Categories.Lists ? "get_profiles_for_list" : "get_profiles_for_segment";
        if (groups.Of(category) is not { } all)
        {
            foreach (var person in people)
                person.Gap(category, operation, GapReason.MissingScope);
            return;
        }

        // A person whom a list cannot be asked for is left to be read one by one.
        var asked = people.Where(person => category == Categories.Segments || person.Profile is { Email: not null } or { Phone: not null }).ToList();
        if (asked.Count == 0 || !IsCheaper(all.Count, asked.Count))
            return;
        if (await TryReadAsync(category, all, asked, members, cancellationToken) is not { } rows)
            return;
        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken }, async (person, token) =>
            await person.WriteAsync(category, operation, rows[person.Profile.Id].OrderBy(row => row.Order).Select(row => row.Bytes), token));
    }

    /// <summary>Null when the key may not see the members: each run says so for itself.</summary>
    private static async Task<ILookup<string, (int Order, ReadOnlyMemory<byte> Bytes)>?> TryReadAsync(
        string category, IReadOnlyList<JsonElement> groups, IReadOnlyList<ChunkPerson> people, Members members, CancellationToken cancellationToken)
    {
        try
        {
            return await MembershipsAsync(category, groups, people, members, cancellationToken);
        }
        catch (KlaviyoPermissionException)
        {
            return null;
        }
    }

    private static async Task<ILookup<string, (int Order, ReadOnlyMemory<byte> Bytes)>> MembershipsAsync(
        string category, IReadOnlyList<JsonElement> groups, IReadOnlyList<ChunkPerson> people, Members members, CancellationToken cancellationToken)
    {
        var rows = new ConcurrentBag<(string Profile, int Order, ReadOnlyMemory<byte> Bytes)>();
        var ids = people.Select(person => person.Profile.Id).ToHashSet();
        var calls = from order in Enumerable.Range(0, groups.Count) from filter in FiltersOf(category, people) select (order, filter);
        await Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken }, async (call, token) =>
        {
            var group = groups[call.order];
            try
            {
                await foreach (var member in members(group.Text("id") ?? "", call.filter, token).ItemsAsync(token).Where(member => ids.Contains(member.Id)))
                    rows.Add((member.Id, call.order, GroupRows.Of(category, group, member.Json.Member("attributes").Member("joined_group_at"))));
            }
            catch (KlaviyoNotFoundException)
            {
                // Deleted since the groups were listed: nobody is in it.
            }
        });
        return rows.DistinctBy(row => (row.Profile, row.Order)).ToLookup(row => row.Profile, row => (row.Order, row.Bytes));
    }

    private static IEnumerable<KlaviyoFilter> FiltersOf(string category, IReadOnlyList<ChunkPerson> people) => category == Categories.Segments
        ? Cut(people.Select(person => person.Profile.Id), MemberFilter.ProfileId)
        : Cut(people.Select(person => person.Profile.Email).OfType<string>(), MemberFilter.Email)
            .Concat(Cut(people.Where(person => person.Profile.Email is null).Select(person => person.Profile.Phone).OfType<string>(), MemberFilter.PhoneNumber));

    private static IEnumerable<KlaviyoFilter> Cut(IEnumerable<string> values, Func<IEnumerable<string>, KlaviyoFilter> filter) =>
        FilterText.Cut(values.Distinct(StringComparer.Ordinal)).Select(filter);

    private delegate IAsyncEnumerable<KlaviyoPage<ProfileAttributes>> Members(string id, KlaviyoFilter filter, CancellationToken cancellationToken);
}
