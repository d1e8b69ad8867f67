using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>POST P/resync</c>: synchronises now; with <c>{"full":true}</c> everything, not only what changed.</summary>
internal sealed class ResyncFunction(ResyncHandler handler, GetResyncHandler views)
{
    private const int MostBytes = 16 * 1024;

    [Function("Resync")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/processors/{processorId}/resync")] HttpRequest request,
        string did, string processorId, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var bytes = await RequestBody.ReadBytesAsync(request, MostBytes, cancellationToken);
        var body = bytes.Value is { Length: > 0 } sent ? RequestBody.Parse<ResyncBody>(sent) : new(new(), bytes.Problem);
        if (body.Problem is { } problem)
            return problem;
        var call = new NewRequest<ResyncBody>(did, processorId, body.Value!, Caller.Of(request).Subject, IdempotencyKey.Of(request));
        return await handler.HandleAsync(call, client, cancellationToken) switch
        {
            ResyncResult.Accepted { CycleId: var id } => Located.Accepted(
                $"controllers/{did}/processors/{processorId}/resync/{id}", await views.HandleAsync(did, processorId, id, client, cancellationToken)),
            ResyncResult.NotActive { Status: var status } => ProcessorProblems.NotActive(status),
            ResyncResult.KeyReused => RequestProblems.IdempotencyKeyReused,
            _ => ProcessorProblems.NotFound,
        };
    }
}
