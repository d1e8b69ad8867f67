using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The lists and segments that a profile is in, by id; null for a kind that the key may not see.</summary>
internal sealed record Memberships(IReadOnlyList<NamedThing>? Lists, IReadOnlyList<NamedThing>? Segments)
{
    public static async Task<Memberships> ReadAsync(KlaviyoClient klaviyo, string profileId, CancellationToken cancellationToken)
    {
        var lists = ReadAsync(klaviyo.Profiles.GetListsAsync(profileId, cancellationToken), list => list.Name, cancellationToken);
        var segments = ReadAsync(klaviyo.Profiles.GetSegmentsAsync(profileId, cancellationToken), segment => segment.Name, cancellationToken);
        return new(await lists, await segments);
    }

    private static async Task<IReadOnlyList<NamedThing>?> ReadAsync<T>(
        IAsyncEnumerable<KlaviyoPage<T>> pages, Func<T, string?> name, CancellationToken cancellationToken)
    {
        try
        {
            return await pages.ItemsAsync(cancellationToken).Select(group => new NamedThing(group.Id, name(group.Attributes)))
                .OrderBy(group => group.Id, StringComparer.Ordinal).ToListAsync(cancellationToken);
        }
        catch (KlaviyoPermissionException)
        {
            return null;
        }
    }
}
