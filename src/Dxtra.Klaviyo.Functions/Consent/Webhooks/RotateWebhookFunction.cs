using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>POST P/webhook/rotate</c>: a new secret for the system webhook, of which nobody learns.</summary>
internal sealed class RotateWebhookFunction(RotateWebhookHandler handler)
{
    [Function("RotateWebhookSecret")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/processors/{processorId}/webhook/rotate")] HttpRequest request,
        string did, string processorId, CancellationToken cancellationToken) =>
        await handler.HandleAsync(did, processorId, Caller.Of(request).Subject, cancellationToken) switch
        {
            RotateWebhookResult.Rotated { View: var view } => Results.Json(view, Json.Options),
            RotateWebhookResult.NotRegistered => Problem.Conflict(
                ProblemTypes.WebhookNotRegistered, "There is no webhook.", "Klaviyo has no webhook of this processor; the check tries to register one."),
            _ => ProcessorProblems.NotFound,
        };
}
