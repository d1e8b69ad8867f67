using System.Text.Json;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// The lists and segments that the person is in, with the time of the latest joining. One call gives both kinds, but few of these
/// calls are permitted a minute; when there is a queue for it, two cheaper calls do. The times are a call for each list and segment. The
/// rows stand in the order of ids, for Klaviyo's order differs from call to call.
/// </summary>
internal sealed class GroupsReader : IPartReader
{
    private const int SideBySide = 4;
    private static readonly string[] JoinTime = [ProfileFields.JoinedGroupAt];

    public string Read => Reads.Groups;

    public string Operation => "get_profile";

    public async Task ReadAsync(PartReading reading, CancellationToken cancellationToken)
    {
        if (await FindTogetherAsync(reading, cancellationToken) is not { } groups)
        {
            await ReadOneByOneAsync(reading, cancellationToken);
            return;
        }

        await WriteAsync(reading, Categories.Lists, Operation, [.. groups.Where(group => group.Type == "list").Select(group => group.Json)], cancellationToken);
        await WriteAsync(reading, Categories.Segments, Operation, [.. groups.Where(group => group.Type == "segment").Select(group => group.Json)], cancellationToken);
    }

    /// <summary>Null when the two calls would be sent sooner, or are all that is permitted.</summary>
    private static async Task<IReadOnlyList<KlaviyoResource<JsonElement>>?> FindTogetherAsync(PartReading reading, CancellationToken cancellationToken)
    {
        var (profiles, id) = (reading.Klaviyo.Profiles, reading.Profile.Id);
        if (profiles.WaitForGetWithGroups(id) > profiles.WaitForListsAndSegments(id))
            return null;
        try
        {
            return (await profiles.GetWithGroupsAsync(id, cancellationToken: cancellationToken)).Included;
        }
        catch (Exception refused) when (refused is KlaviyoPermissionException or KlaviyoThrottledException)
        {
            return null;
        }
    }

    private static async Task ReadOneByOneAsync(PartReading reading, CancellationToken cancellationToken)
    {
        var id = reading.Profile.Id;
        await ReadKindAsync(reading, Categories.Lists, "get_lists_for_profile", reading.Klaviyo.Profiles.GetListsAsync(id, cancellationToken), cancellationToken);
        await ReadKindAsync(reading, Categories.Segments, "get_segments_for_profile", reading.Klaviyo.Profiles.GetSegmentsAsync(id, cancellationToken), cancellationToken);
    }

    private static async Task ReadKindAsync<T>(
        PartReading reading, string category, string operation, IAsyncEnumerable<KlaviyoPage<T>> pages, CancellationToken cancellationToken)
    {
        try
        {
            var groups = await pages.ItemsAsync(cancellationToken).Select(group => group.Json).ToListAsync(cancellationToken);
            await WriteAsync(reading, category, operation, groups, cancellationToken);
        }
        catch (KlaviyoPermissionException)
        {
            reading.Gap(category, operation, GapReason.MissingScope);
        }
    }

    private static async Task WriteAsync(
        PartReading reading, string category, string operation, IReadOnlyList<JsonElement> sent, CancellationToken cancellationToken)
    {
        var groups = sent.OrderBy(group => group.Text("id"), StringComparer.Ordinal).ToList();
        var rows = new ReadOnlyMemory<byte>[groups.Count];
        await Parallel.ForAsync(0, groups.Count, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
            async (index, token) => rows[index] = GroupRows.Of(category, groups[index], await JoinedAtAsync(reading, category, groups[index], token)));
        await reading.WriteAsync(category, operation, rows, cancellationToken);
    }

    /// <summary>Null when Klaviyo does not tell, or has no way to be asked: lists are searched by e-mail address or phone only.</summary>
    private static async Task<JsonElement?> JoinedAtAsync(PartReading reading, string category, JsonElement group, CancellationToken cancellationToken)
    {
        if (group.Text("id") is not { } id || Filter(category, reading.Profile) is not { } filter)
            return null;
        try
        {
            var members = category == Categories.Lists
                ? reading.Klaviyo.Lists.GetMembersAsync(id, filter, fields: JoinTime, cancellationToken: cancellationToken)
                : reading.Klaviyo.Segments.GetMembersAsync(id, filter, fields: JoinTime, cancellationToken: cancellationToken);
            var member = await members.ItemsAsync(cancellationToken).FirstOrDefaultAsync(member => member.Id == reading.Profile.Id, cancellationToken);
            return member?.Json.Member("attributes").Member("joined_group_at");
        }
        catch (Exception refused) when (refused is KlaviyoPermissionException or KlaviyoNotFoundException)
        {
            return null;
        }
    }

    private static KlaviyoFilter? Filter(string category, ProfileIdentity profile) => (category, profile) switch
    {
        (Categories.Segments, _) => MemberFilter.ProfileId(profile.Id),
        (_, { Email: { } email }) => MemberFilter.Email(email),
        (_, { Phone: { } phone }) => MemberFilter.PhoneNumber(phone),
        _ => null,
    };
}
