using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>POST P/inbox/{id}/retry</c>: has a kept message worked off again.</summary>
internal sealed class RetryInboxFunction(RetryInboxHandler handler)
{
    private static readonly Problem NotFound = Problem.NotFound(
        ProblemTypes.InboxMessageNotFound, "id", "This processor keeps no message with this id. It may wait already, or be worked off.");

    [Function("RetryInboxMessage")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/processors/{processorId}/inbox/{id}/retry")] HttpRequest request,
        string did, string processorId, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        await handler.HandleAsync(did, processorId, id, Caller.Of(request).Subject, client, cancellationToken) is { } item
            ? Located.Accepted($"controllers/{did}/processors/{processorId}/inbox", item)
            : NotFound;
}
