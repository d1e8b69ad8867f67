using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary><c>POST C/requests/{id}/approve</c>: the caller picks the profiles of a request that waits for it.</summary>
internal sealed class ApproveRequestFunction(RequestLives lives)
{
    [Function("ApproveRequest")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/requests/{id}/approve")] HttpRequest request,
        string did, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync<ApproveRequestBody>(request, cancellationToken);
        if (body.Problem is { } problem)
            return problem;
        var result = await lives.MoveAsync(did, id, (life, found) => life.ApproveAsync(found, body.Value!, Caller.Of(request).Subject, client, cancellationToken), cancellationToken);
        return result.ToAnswer("approved");
    }
}
