using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary><c>POST C/requests/{id}/identity</c>: makes a one-time code, checks it, or takes the proof of somebody else.</summary>
internal sealed class ProveIdentityFunction(ProveIdentityHandler handler)
{
    [Function("ProveIdentity")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/requests/{id}/identity")] HttpRequest request,
        string did, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync<ProveIdentityBody>(request, cancellationToken);
        if (body.Problem is { } problem)
            return problem;
        return await handler.HandleAsync(did, id, body.Value!, Caller.Of(request).Subject, client, cancellationToken) switch
        {
            ProveIdentityResult.CodeMade { Code: var code } => Results.Json(code, Json.Options),
            ProveIdentityResult.Proven { Request: var proven } => Located.Accepted($"controllers/{did}/requests/{id}", RequestView.Of(proven)),
            ProveIdentityResult.Invalid { Errors: var errors } => errors.ToProblem(),
            ProveIdentityResult.Refused { Problem: var refusal } => refusal,
            _ => RequestProblems.NotFound,
        };
    }
}
