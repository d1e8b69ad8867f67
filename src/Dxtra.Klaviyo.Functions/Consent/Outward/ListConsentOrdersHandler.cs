using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

internal sealed class ListConsentOrdersHandler(IConsentOrderStore orders)
{
    public async Task<CursorPage<ConsentOrderView>> HandleAsync(
        string controller, string processorId, ListConsentOrdersQuery query, CancellationToken cancellationToken)
    {
        var page = await orders.ListAsync(controller, processorId, query.SubjectKey, query.Page, cancellationToken);
        return new([.. page.Items.Select(ConsentOrderView.Of)], page.Next);
    }
}
