using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Ends what is still open: taken but never seen, or not even sent. A repeat changes nothing.</summary>
internal sealed class EndConsentActivity(IConsentOrderStore orders, OrderBook book)
{
    internal sealed record Input(RequestWork Work, IReadOnlyList<string> Orders);

    [Function(nameof(EndConsentActivity))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        foreach (var id in input.Orders)
        {
            if (await orders.FindAsync(input.Work.ControllerDid, id, cancellationToken) is { IsOver: false } order)
                await book.SettleAsync(order, End, cancellationToken);
        }
    }

    private static OrderedConsent End(OrderedConsent channel) => channel.SentAt is null
        ? channel.Settle(ConsentOutcome.Failed, ConsentReason.Unavailable)
        : channel.Settle(ConsentOutcome.Unconfirmed);
}
