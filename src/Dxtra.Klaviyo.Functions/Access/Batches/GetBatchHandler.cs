using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

internal sealed class GetBatchHandler(IBatchStore batches, IRequestStore requests)
{
    /// <summary>The batch, or null when this controller has none of that id.</summary>
    public async Task<BatchView?> HandleAsync(string controller, string batchId, GetBatchQuery query, CancellationToken cancellationToken)
    {
        if (await batches.FindAsync(controller, batchId, cancellationToken) is not { } batch)
            return null;
        return BatchView.Of(
            batch,
            await batches.CountAsync(controller, batchId, cancellationToken),
            await requests.StatusesAsync(controller, batchId, cancellationToken),
            await batches.ListAsync(controller, batchId, query.Status, query.Page, cancellationToken));
    }
}
