using System.Text.Json;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>All lists and segments of an account as Klaviyo sent them, by id; null for a kind that the key may not see.</summary>
internal sealed record AccountGroups(IReadOnlyList<JsonElement>? Lists, IReadOnlyList<JsonElement>? Segments)
{
    public IReadOnlyList<JsonElement>? Of(string category) => category == Categories.Lists ? Lists : Segments;

    public static async Task<AccountGroups> ReadAsync(KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        var lists = ReadAsync(klaviyo.Lists.ListAsync(cancellationToken: cancellationToken), cancellationToken);
        var segments = ReadAsync(klaviyo.Segments.ListAsync(cancellationToken: cancellationToken), cancellationToken);
        return new(await lists, await segments);
    }

    private static async Task<IReadOnlyList<JsonElement>?> ReadAsync<T>(IAsyncEnumerable<KlaviyoPage<T>> pages, CancellationToken cancellationToken)
    {
        try
        {
            return await pages.ItemsAsync(cancellationToken).Select(group => group.Json)
                .OrderBy(group => group.Text("id"), StringComparer.Ordinal).ToListAsync(cancellationToken);
        }
        catch (KlaviyoPermissionException)
        {
            return null;
        }
    }
}
