using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Loads orders with all that their plans depend on.</summary>
internal sealed class OrderReader(IConsentOrderStore orders, OrderVault vault, OrderedPeople people)
{
    /// <summary>Those of the orders that are not over.</summary>
    public async Task<IReadOnlyList<OrderAtHand>> ReadAsync(
        RequestWork work, IReadOnlyList<string> ids, KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        List<(ConsentOrder Order, SubjectIdentity Subject)> open = [];
        foreach (var id in ids)
        {
            if (await orders.FindAsync(work.ControllerDid, id, cancellationToken) is { IsOver: false } order)
                open.Add((order, await vault.OpenAsync(order, cancellationToken)));
        }

        var now = await people.ReadAsync(work.ControllerDid, work.ProcessorId, klaviyo, [.. open.Select(one => one.Subject)], cancellationToken);
        List<OrderAtHand> read = [.. open.Select((one, index) => new OrderAtHand(one.Order, one.Subject, now[index], List: null))];
        return await WithListsAsync(klaviyo, read, cancellationToken);
    }

    private static async Task<IReadOnlyList<OrderAtHand>> WithListsAsync(
        KlaviyoClient klaviyo, List<OrderAtHand> read, CancellationToken cancellationToken)
    {
        var lists = new Dictionary<string, ListNow>(StringComparer.Ordinal);
        foreach (var group in read.Where(one => one.Order.ListId is not null).GroupBy(one => one.Order.ListId!))
        {
            List<PersonProfile> those = [.. group.SelectMany(one => one.Person.Profiles).DistinctBy(profile => profile.Identity.Id)];
            lists[group.Key] = await OrderedLists.ReadAsync(klaviyo, group.Key, those, cancellationToken);
        }

        return [.. read.Select(one => one.Order.ListId is { } id ? one with { List = lists[id] } : one)];
    }
}
