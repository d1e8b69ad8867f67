using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary><c>POST C/requests/{id}/cancel</c>: gives up a request that is not over.</summary>
internal sealed class CancelRequestFunction(RequestLives lives)
{
    [Function("CancelRequest")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/requests/{id}/cancel")] HttpRequest request,
        string did, string id, CancellationToken cancellationToken) =>
        (await lives.MoveAsync(did, id, (life, found) => life.CancelAsync(found, Caller.Of(request).Subject, cancellationToken), cancellationToken)).ToAnswer("cancelled");
}
