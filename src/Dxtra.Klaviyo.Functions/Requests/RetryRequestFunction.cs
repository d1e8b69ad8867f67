using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary><c>POST C/requests/{id}/retry</c>: reads what could not be read, and that alone; of a failed request, everything.</summary>
internal sealed class RetryRequestFunction(RequestLives lives)
{
    [Function("RetryRequest")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/requests/{id}/retry")] HttpRequest request,
        string did, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        (await lives.MoveAsync(did, id, (life, found) => life.RetryAsync(found, Caller.Of(request).Subject, client, cancellationToken), cancellationToken)).ToAnswer("retried");
}
