namespace Dxtra.Klaviyo.Functions.Consent;

internal sealed class GetConsentOrderHandler(IConsentOrderStore orders)
{
    /// <returns>Null when this processor has no such order.</returns>
    public async Task<ConsentOrderView?> HandleAsync(string controller, string processorId, string id, CancellationToken cancellationToken) =>
        await orders.FindAsync(controller, id, cancellationToken) is { } order && order.ProcessorId == processorId ? ConsentOrderView.Of(order) : null;
}
