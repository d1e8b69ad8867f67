using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary><c>POST P/access-requests</c>: takes an access request and starts the work on it.</summary>
internal sealed class RequestAccessFunction(RequestAccessHandler handler)
{
    [Function("RequestAccess")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/processors/{processorId}/access-requests")] HttpRequest request,
        string did, string processorId, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync<AccessRequestBody>(request, cancellationToken);
        if (body.Problem is { } problem)
            return problem;
        var call = new NewRequest<AccessRequestBody>(did, processorId, body.Value!, Caller.Of(request).Subject, IdempotencyKey.Of(request));
        return (await handler.HandleAsync(call, client, cancellationToken)).ToAnswer();
    }
}
