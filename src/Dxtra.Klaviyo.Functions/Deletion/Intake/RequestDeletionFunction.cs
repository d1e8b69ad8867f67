using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary><c>POST P/deletion-requests</c>: takes a deletion request, which waits for the person's identity.</summary>
internal sealed class RequestDeletionFunction(RequestDeletionHandler handler)
{
    [Function("RequestDeletion")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/processors/{processorId}/deletion-requests")] HttpRequest request,
        string did, string processorId, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync<DeletionRequestBody>(request, cancellationToken);
        if (body.Problem is { } problem)
            return problem;
        var call = new NewRequest<DeletionRequestBody>(did, processorId, body.Value!, Caller.Of(request).Subject, IdempotencyKey.Of(request));
        return (await handler.HandleAsync(call, client, cancellationToken)).ToAnswer();
    }
}
