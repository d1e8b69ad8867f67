using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>POST P/flow-webhook</c>: address, header and body to paste into a flow's webhook action; a repeat rotates the secret.</summary>
internal sealed class IssueFlowWebhookFunction(IssueFlowWebhookHandler handler)
{
    private static readonly Problem NoAddress = Problem.Conflict(
        ProblemTypes.WebhookAddressMissing, "The app has no public address.", "Set Webhooks__PublicBaseAddress: Klaviyo must be able to reach this app.");

    [Function("IssueFlowWebhook")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/processors/{processorId}/flow-webhook")] HttpRequest request,
        string did, string processorId, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return await handler.HandleAsync(did, processorId, Caller.Of(request).Subject, cancellationToken) switch
        {
            IssueFlowWebhookResult.Issued { View: var view } => Results.Json(view, Json.Options),
            IssueFlowWebhookResult.NotActive { Status: var status } => ProcessorProblems.NotActive(status),
            IssueFlowWebhookResult.NoAddress => NoAddress,
            _ => ProcessorProblems.NotFound,
        };
    }
}
