using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>GET P/consent/{id}</c>: what came of an order.</summary>
internal sealed class GetConsentOrderFunction(GetConsentOrderHandler handler)
{
    [Function("GetConsentOrder")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/processors/{processorId}/consent/{id}")] HttpRequest request,
        string did, string processorId, string id, CancellationToken cancellationToken) =>
        await handler.HandleAsync(did, processorId, id, cancellationToken) is { } view
            ? Results.Json(view, Json.Options)
            : OutwardProblems.NotFound;
}
