using Dxtra.Klaviyo.Functions.Accounts;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

internal sealed class ReceiveFlowWebhookHandler(
    WebhookReception reception, IWebhookStore store, WebhookEndpoints endpoints, IProcessorStore processors, TimeProvider time)
{
    public async Task<ReceiveResult> HandleAsync(
        string processorId, string authorization, byte[] body, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (result, endpoint) = await reception.ReceiveAsync(
            processorId, InboxKind.Flow, body, candidate => FlowBearer.IsRight(authorization, candidate.Flow.ValidAt(now)), client, cancellationToken);
        if (endpoint is { Registration: { IsFlowSecretUsed: false } registration } && FlowBearer.IsRight(authorization, [endpoint.Flow.Current]))
            await NoteUseAsync(registration, now, cancellationToken);
        return result;
    }

    /// <summary>The first call with a secret shows that the customer's flow has it, and that consent comes this way.</summary>
    private async Task NoteUseAsync(WebhookRegistration registration, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var after = await store.UpdateAsync(
            registration.ProcessorId, current => current is { IsOpen: true } ? Used(current, now) : current ?? registration, cancellationToken);
        endpoints.Forget(registration.ProcessorId);
        if (after.State != WebhookState.Active && after.IsOpen)
            await processors.SayAsync(after, ConsentSource.FlowWebhook, cancellationToken);
    }

    private static WebhookRegistration Used(WebhookRegistration registration, DateTimeOffset now) =>
        registration with { FlowUsedAt = registration.FlowUsedAt ?? now, IsFlowSecretUsed = true };
}
