using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Looks how things are for the people of some orders and sends what has to change, right after. A repeat looks again and sends what is not
/// so yet: Klaviyo takes the same change twice without harm.
/// </summary>
internal sealed class SendConsentActivity(
    IConsentOrderStore orders, OrderReader reader, OrderBook book, IKlaviyoConnections connections, TimeProvider time)
{
    /// <summary>Whoever sends an order waits for it: work with a deadline of days comes after.</summary>
    private static readonly TimeSpan Due = TimeSpan.FromHours(1);

    internal sealed record Input(RequestWork Work, IReadOnlyList<string> Orders);

    /// <returns>The orders that are not over: what was sent for them has yet to show.</returns>
    [Function(nameof(SendConsentActivity))]
    public Task<OrLater<IReadOnlyList<string>>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => SendAsync(input, cancellationToken));

    private async Task<IReadOnlyList<string>> SendAsync(Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        await book.SupersedeAsync(work.ControllerDid, input.Orders, cancellationToken);
        var klaviyo = await connections.OpenAsync(work.ControllerDid, work.ProcessorId, time.GetUtcNow() + Due, cancellationToken);
        try
        {
            return await SendAsync(input, klaviyo, cancellationToken);
        }
        catch (KlaviyoException fault) when (OrderSender.ReasonOf(fault) is { } reason)
        {
            // How things are could not even be looked at.
            await EndAsync(input, reason, cancellationToken);
            return [];
        }
    }

    private async Task<IReadOnlyList<string>> SendAsync(Input input, KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(input.Work, input.Orders, klaviyo, cancellationToken);
        List<(ConsentOrder Order, ConsentPlan Plan)> planned = [.. read.Select(one => (one.Order, one.Plan()))];
        foreach (var (order, _) in planned.Where(one => one.Plan.Calls.Count > 0))
            await book.AnnounceAsync(order, cancellationToken);
        var sender = new OrderSender(klaviyo);
        await sender.SendAsync(planned, cancellationToken);
        List<string> open = [];
        foreach (var (order, plan) in planned)
        {
            if (!(await PutDownAsync(order, plan, sender, cancellationToken)).IsOver)
                open.Add(order.Id);
        }

        return open;
    }

    private Task<ConsentOrder> PutDownAsync(ConsentOrder order, ConsentPlan plan, OrderSender sender, CancellationToken cancellationToken) =>
        book.SettleAsync(order, channel =>
        {
            var now = plan.Channels.Single(one => one.Channel == channel.Channel);
            if (now.Outcome is not null)
                return channel.SentAt is null ? now : channel;
            return sender.Refused.TryGetValue((order.Id, channel.Channel), out var reason)
                ? channel.Settle(ConsentOutcome.Failed, reason)
                : channel with { SentAt = channel.SentAt ?? time.GetUtcNow() };
        }, cancellationToken);

    private async Task EndAsync(Input input, ConsentReason reason, CancellationToken cancellationToken)
    {
        foreach (var id in input.Orders)
        {
            if (await orders.FindAsync(input.Work.ControllerDid, id, cancellationToken) is { IsOver: false } order)
                await book.SettleAsync(order, channel => channel.Settle(ConsentOutcome.Failed, reason), cancellationToken);
        }
    }
}
