using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

internal sealed class ListConsentChangesHandler(IProcessorStore processors, LedgerReader ledger)
{
    /// <summary>A page, or null when this controller has no such processor.</summary>
    public async Task<CursorPage<ConsentChangeView>?> HandleAsync(
        string controller, string processorId, ListConsentChangesQuery query, CancellationToken cancellationToken)
    {
        if (await processors.FindAsync(controller, processorId, cancellationToken) is null)
            return null;
        return query.SubjectKey is { } subject
            ? await ledger.PageAsync(new LedgerSubject(controller, processorId, subject), query.Filter, query.Page, cancellationToken)
            : await ledger.PageAsync(controller, processorId, query.Filter, query.Page, cancellationToken);
    }
}
