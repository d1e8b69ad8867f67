using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>POST webhooks/klaviyo/{processorId}</c>: Klaviyo's system webhook, signed, up to 1,000 events. 202 once it is stored.</summary>
internal sealed class ReceiveWebhookFunction(ReceiveWebhookHandler handler)
{
    /// <summary>Of 10 MiB or more, reading stops.</summary>
    private const int MaximumBytes = 10 * 1024 * 1024 - 1;

    [Function("ReceiveWebhook")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/klaviyo/{processorId}")] HttpRequest request,
        string processorId, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadBytesAsync(request, MaximumBytes, cancellationToken);
        if (body.Problem is { } problem)
            return problem;
        return WebhookAnswers.Of(await handler.HandleAsync(processorId, Delivery.Of(request, body.Value!), client, cancellationToken));
    }
}
