using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Sends the calls of many orders in as few bulk jobs as they fit in. When Klaviyo does not accept a job for the sake of one address in it,
/// each goes alone, so that one person's mistake is not everybody's.
/// </summary>
internal sealed class OrderSender(KlaviyoClient klaviyo)
{
    private readonly Dictionary<(string OrderId, ConsentChannel Channel), ConsentReason> _refused = [];

    /// <summary>The channels that Klaviyo did not take, each with the reason.</summary>
    public IReadOnlyDictionary<(string OrderId, ConsentChannel Channel), ConsentReason> Refused => _refused;

    public async Task SendAsync(IReadOnlyList<(ConsentOrder Order, ConsentPlan Plan)> planned, CancellationToken cancellationToken)
    {
        var calls = planned.SelectMany(one => one.Plan.Calls.Select(call => (one.Order, Call: call))).ToList();
        foreach (var list in calls.Where(one => one.Order.Leaves).GroupBy(one => one.Order.ListId!))
        {
            await TryAsync([.. list], ListsResource.MostMembers, batch => klaviyo.Lists.RemoveMembersAsync(
                list.Key, [.. batch.Select(one => one.Call.ProfileId!).Distinct()], cancellationToken));
        }

        await TryAsync(
            [.. calls.Where(one => !one.Call.Channel.IsGiving && !one.Order.Leaves)],
            SubscriptionsResource.MostUnsubscribed,
            batch => klaviyo.Subscriptions.UnsubscribeAsync([.. OrderedChanges.Unsubscriptions(batch)], cancellationToken));
        foreach (var group in calls.Where(one => one.Call.Channel.IsGiving).GroupBy(one => (one.Order.ListId, IsHistorical: one.Order.ConsentedAt is not null)))
        {
            var options = new SubscribeOptions { ListId = group.Key.ListId, HistoricalImport = group.Key.IsHistorical, Source = "Dxtra" };
            await TryAsync([.. group], SubscriptionsResource.MostSubscribed, batch =>
                klaviyo.Subscriptions.SubscribeAsync([.. OrderedChanges.Subscriptions(batch)], options, cancellationToken));
        }
    }

    private async Task TryAsync(
        IReadOnlyList<(ConsentOrder Order, ConsentCall Call)> calls, int most, Func<IReadOnlyList<(ConsentOrder Order, ConsentCall Call)>, Task> send)
    {
        foreach (var batch in calls.Chunk(most))
            await TryAsync(batch, send);
    }

    private async Task TryAsync(
        IReadOnlyList<(ConsentOrder Order, ConsentCall Call)> batch, Func<IReadOnlyList<(ConsentOrder Order, ConsentCall Call)>, Task> send)
    {
        try
        {
            await send(batch);
        }
        catch (KlaviyoInvalidRequestException) when (batch.Count > 1)
        {
            foreach (var one in batch)
                await TryAsync([one], send);
        }
        catch (KlaviyoException fault) when (ReasonOf(fault) is { } reason)
        {
            foreach (var (order, call) in batch)
                _refused[(order.Id, call.Channel.Channel)] = reason;
        }
    }

    /// <summary>Null: it is worth another try.</summary>
    public static ConsentReason? ReasonOf(KlaviyoException fault) => fault switch
    {
        KlaviyoInvalidRequestException => ConsentReason.NotAccepted,
        KlaviyoPermissionException => ConsentReason.MissingScope,
        KlaviyoAuthenticationException => ConsentReason.KeyRefused,
        KlaviyoNotFoundException => ConsentReason.NoSuchList,
        _ => null,
    };
}
