using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

internal sealed class ListRequestsHandler(IRequestStore requests, TimeProvider time)
{
    public async Task<CursorPage<RequestView>> HandleAsync(string controller, ListRequestsQuery query, CancellationToken cancellationToken)
    {
        var filter = new RequestFilter(query.Kind, query.Status, query.Overdue ? time.GetUtcNow() : null);
        var page = await requests.ListAsync(controller, filter, query.Page, cancellationToken);
        return new([.. page.Items.Select(request => RequestView.Of(request))], page.Next);
    }
}
