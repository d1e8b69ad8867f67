using Dxtra.Klaviyo.Functions.Accounts;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Registers a processor's webhook when it is confirmed and removes it when it is given up. What Klaviyo does not let be done now, the
/// check does.
/// </summary>
internal sealed class WebhookLife(
    IWebhookStore store, WebhookKeeper keeper, WebhookSecrets secrets, WebhookEndpoints endpoints, TimeProvider time) : IProcessorLife
{
    public async Task ConfirmAsync(Processor processor, string actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var registration = await store.UpdateAsync(processor.Id, current => current ?? new()
        {
            ControllerDid = processor.ControllerDid,
            ProcessorId = processor.Id,
            State = WebhookState.Pending,
            NextCheckAt = now,
        }, cancellationToken);
        await keeper.KeepAsync(registration, actor, cancellationToken);
    }

    /// <summary>Closed first: from then on what comes is refused, whatever Klaviyo says.</summary>
    public async Task DisconnectAsync(Processor processor, string actor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(processor.Id, cancellationToken) is not { State: not WebhookState.Removed })
            return;
        var now = time.GetUtcNow();
        var closed = await store.UpdateAsync(
            processor.Id, current => current! with { State = WebhookState.Removing, NextCheckAt = now }, cancellationToken);
        endpoints.Forget(processor.Id);
        await secrets.ForgetAsync(processor.Id, cancellationToken);
        await keeper.KeepAsync(closed, actor, cancellationToken);
    }
}
