using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Puts down what became of an order's channels. Who is told of the end is told before it is put down, so that a crash repeats it.</summary>
internal sealed class OrderBook(IConsentOrderStore orders, IActivityLog activity, TimeProvider time)
{
    /// <summary>Says in the activity log what will be sent, before it is.</summary>
    public Task AnnounceAsync(ConsentOrder order, CancellationToken cancellationToken) => activity.AppendAsync(
        OutwardEntries.Of(order, ActivityType.ConsentSending, Actors.System, time.GetUtcNow(), "Sending"), cancellationToken);

    /// <summary>
    /// Lets orders give way to later ones about the same thing: Klaviyo's jobs keep no order among themselves, so only the later is sent, and
    /// only the later is looked for.
    /// </summary>
    public async Task SupersedeAsync(string controller, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            if (await orders.FindAsync(controller, id, cancellationToken) is not { IsOver: false } order)
                continue;
            var newer = await orders.FindNewerAsync(order, cancellationToken);
            var covered = newer.Where(one => one.ListId == order.ListId).SelectMany(one => one.Channels).Select(channel => channel.Channel).ToHashSet();
            if (covered.Count > 0)
            {
                await SettleAsync(
                    order, channel => covered.Contains(channel.Channel) ? channel.Settle(ConsentOutcome.Superseded) : channel, cancellationToken);
            }
        }
    }

    /// <summary>Changes channels that are open; settled ones stay as they are.</summary>
    public async Task<ConsentOrder> SettleAsync(
        ConsentOrder order, Func<OrderedConsent, OrderedConsent> settle, CancellationToken cancellationToken)
    {
        ConsentOrder Change(ConsentOrder current) => current.IsOver
            ? current
            : current.With([.. current.Channels.Select(channel => channel.Outcome is null ? settle(channel) : channel)], time.GetUtcNow());

        var after = Change(order);
        if (after.IsOver && !order.IsOver)
        {
            await activity.AppendAsync(
                OutwardEntries.Of(after, ActivityType.ConsentSet, Actors.System, time.GetUtcNow(), $"{after.Outcome}"), cancellationToken);
        }

        return await orders.UpdateAsync(order.ControllerDid, order.Id, Change, cancellationToken);
    }
}
