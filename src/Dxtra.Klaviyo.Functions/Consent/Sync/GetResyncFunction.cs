using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>GET P/resync/{id}</c>: a cycle of the synchronisation with its progress and what it found.</summary>
internal sealed class GetResyncFunction(GetResyncHandler handler)
{
    [Function("GetResync")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/processors/{processorId}/resync/{id}")] HttpRequest request,
        string did, string processorId, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        await handler.HandleAsync(did, processorId, id, client, cancellationToken) is { } view
            ? Results.Json(view, Json.Options)
            : Problem.NotFound(ProblemTypes.ResyncNotFound, "id", "This processor has no resynchronisation with this id.");
}
