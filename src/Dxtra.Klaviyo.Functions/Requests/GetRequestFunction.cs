using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary><c>GET C/requests/{id}</c>: one request with its progress, outcome and log.</summary>
internal sealed class GetRequestFunction(GetRequestHandler handler)
{
    [Function("GetRequest")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/requests/{id}")] HttpRequest request,
        string did, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        await handler.HandleAsync(did, id, client, cancellationToken) is { } view
            ? Results.Json(view, Json.Options)
            : RequestProblems.NotFound;
}
