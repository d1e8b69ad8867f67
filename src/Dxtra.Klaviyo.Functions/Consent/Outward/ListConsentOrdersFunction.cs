using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>GET P/consent?subjectKey=</c>: the orders about one person, newest first.</summary>
internal sealed class ListConsentOrdersFunction(ListConsentOrdersHandler handler)
{
    [Function("ListConsentOrders")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/processors/{processorId}/consent")] HttpRequest request,
        string did, string processorId, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var query = ListConsentOrdersQuery.Read(request.Query, errors);
        return errors.Any
            ? errors.ToProblem()
            : Results.Json(await handler.HandleAsync(did, processorId, query, cancellationToken), Json.Options);
    }
}
