using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary><c>GET C/batches/{id}?status=</c>: a batch with its lines.</summary>
internal sealed class GetBatchFunction(GetBatchHandler handler)
{
    [Function("GetBatch")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/batches/{id}")] HttpRequest request,
        string did, string id, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var query = GetBatchQuery.Read(request.Query, errors);
        if (errors.Any)
            return errors.ToProblem();
        return await handler.HandleAsync(did, id, query, cancellationToken) is { } view ? Results.Json(view, Json.Options) : BatchProblems.NotFound;
    }
}
