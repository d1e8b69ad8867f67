using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Looks whether what was sent has come into effect, which Klaviyo's 202 does not say, and tells the ledger of what has.</summary>
internal sealed class ConfirmConsentActivity(
    OrderReader reader, OrderBook book, IConsentDesk desk, IKlaviyoConnections connections, TimeProvider time)
{
    internal sealed record Input(RequestWork Work, IReadOnlyList<string> Orders);

    /// <returns>The orders that are not over yet; all of them when Klaviyo does not answer.</returns>
    [Function(nameof(ConfirmConsentActivity))]
    public async Task<IReadOnlyList<string>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        await book.SupersedeAsync(work.ControllerDid, input.Orders, cancellationToken);
        var klaviyo = await connections.OpenAsync(work.ControllerDid, work.ProcessorId, time.GetUtcNow(), cancellationToken);
        IReadOnlyList<OrderAtHand> read;
        try
        {
            read = await reader.ReadAsync(work, input.Orders, klaviyo, cancellationToken);
        }
        catch (KlaviyoException)
        {
            return input.Orders;
        }

        List<string> open = [];
        foreach (var order in read)
        {
            if (!await LookAsync(order, cancellationToken))
                open.Add(order.Order.Id);
        }

        return open;
    }

    /// <returns>Whether the order is over.</returns>
    private async Task<bool> LookAsync(OrderAtHand order, CancellationToken cancellationToken)
    {
        var plan = order.Plan();
        OrderedConsent Settle(OrderedConsent channel) => SeenAs(order, channel, plan.Channels.Single(one => one.Channel == channel.Channel));
        var news = order.Order.Channels.Where(channel => channel.Outcome is null).Select(Settle)
            .Where(channel => channel.Outcome is ConsentOutcome.Confirmed or ConsentOutcome.PendingConfirmation)
            .SelectMany(channel => OrderNews.Of(order.Order, channel, plan.Profiles, time.GetUtcNow()))
            .DistinctBy(one => (one.SourceId, one.ProfileId)).ToList();
        if (news.Count > 0)
            await desk.TakeAsync(order.Order.ControllerDid, order.Order.ProcessorId, news, cancellationToken);
        return (await book.SettleAsync(order.Order, Settle, cancellationToken)).IsOver;
    }

    /// <param name="order">The order.</param>
    /// <param name="channel">As it stands in the order.</param>
    /// <param name="now">What there would be to do for it now: nothing, if it has come into effect.</param>
    private static OrderedConsent SeenAs(OrderAtHand order, OrderedConsent channel, OrderedConsent now) => now switch
    {
        { Outcome: ConsentOutcome.Confirmed } => channel.Settle(ConsentOutcome.Confirmed),
        { Outcome: ConsentOutcome.NoSuchProfile } when !order.Order.CreateIfMissing => channel.Settle(ConsentOutcome.NoSuchProfile),
        { Outcome: ConsentOutcome.Refused } => channel.Settle(ConsentOutcome.Unconfirmed, now.Reason),
        _ when WaitsForPerson(order, channel) => channel.Settle(ConsentOutcome.PendingConfirmation),
        _ => channel,
    };

    private static bool WaitsForPerson(OrderAtHand order, OrderedConsent channel) =>
        channel.IsGiving && order.List is { DoubleOptIn: true } && order.Order.ConsentedAt is null && OrderedChannels.IsConfirmable(channel.Channel);
}
