using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

internal sealed class ListInboxHandler(IProcessorStore processors, IInboxStore store)
{
    /// <summary>Null when this controller has no such processor.</summary>
    public async Task<CursorPage<InboxItemView>?> HandleAsync(
        string controller, string processorId, InboxState state, PageQuery query, CancellationToken cancellationToken)
    {
        if (await processors.FindAsync(controller, processorId, cancellationToken) is null)
            return null;
        var page = await store.ReadAsync(state, controller, processorId, query, cancellationToken);
        return new([.. page.Items.Select(InboxItemView.Of)], page.Next);
    }
}
