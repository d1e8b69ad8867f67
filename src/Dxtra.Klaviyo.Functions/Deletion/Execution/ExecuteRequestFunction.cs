using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary><c>POST C/requests/{id}/execute</c>: carries out what was approved.</summary>
internal sealed class ExecuteRequestFunction(ExecuteRequestHandler handler)
{
    [Function("ExecuteRequest")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/requests/{id}/execute")] HttpRequest request,
        string did, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync<ExecuteRequestBody>(request, cancellationToken);
        if (body.Problem is { } problem)
            return problem;
        return (await handler.HandleAsync(did, id, body.Value!, Caller.Of(request).Subject, client, cancellationToken)).ToAnswer("executed");
    }
}
