using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary><c>GET C/requests?kind=&amp;status=&amp;overdue=</c>: newest first.</summary>
internal sealed class ListRequestsFunction(ListRequestsHandler handler)
{
    [Function("ListRequests")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/requests")] HttpRequest request,
        string did, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var query = ListRequestsQuery.Read(request.Query, errors);
        return errors.Any
            ? errors.ToProblem()
            : Results.Json(await handler.HandleAsync(did, query, cancellationToken), Json.Options);
    }
}
