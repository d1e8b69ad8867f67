using Dxtra.Klaviyo.Functions.Accounts;
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
        var command = new RequestAccessCommand(did, processorId, body.Value!, Caller.Of(request).Subject, IdempotencyKey.Of(request));
        return await handler.HandleAsync(command, client, cancellationToken) switch
        {
            RequestAccessResult.Accepted { Request: var accepted } => Located.Accepted($"controllers/{did}/requests/{accepted.Id}", RequestView.Of(accepted)),
            RequestAccessResult.AlreadyRunning { Request: var running } => Located.Existing($"controllers/{did}/requests/{running.Id}", RequestView.Of(running) with { AlreadyRunning = true }),
            RequestAccessResult.Invalid { Errors: var errors } => errors.ToProblem(),
            RequestAccessResult.NotActive { Status: var status } => ProcessorProblems.NotActive(status),
            RequestAccessResult.KeyReused => RequestProblems.IdempotencyKeyReused,
            _ => ProcessorProblems.NotFound,
        };
    }
}
