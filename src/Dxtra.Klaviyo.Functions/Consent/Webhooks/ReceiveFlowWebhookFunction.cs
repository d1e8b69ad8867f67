using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>POST webhooks/klaviyo/{processorId}/flow</c>: a flow's webhook, unsigned, one profile, with a secret of its own. 202 once it is stored.</summary>
internal sealed class ReceiveFlowWebhookFunction(ReceiveFlowWebhookHandler handler)
{
    /// <summary>The template makes some hundred bytes; a customer may add to it.</summary>
    private const int MaximumBytes = 64 * 1024;

    [Function("ReceiveFlowWebhook")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/klaviyo/{processorId}/flow")] HttpRequest request,
        string processorId, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadBytesAsync(request, MaximumBytes, cancellationToken);
        if (body.Problem is { } problem)
            return problem;
        return WebhookAnswers.Of(await handler.HandleAsync(processorId, request.Headers.Authorization.ToString(), body.Value!, client, cancellationToken));
    }
}
