using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// A new signing secret: kept beside the old one first, then told to Klaviyo. When Klaviyo cannot be told now, the check does it; deliveries
/// are taken with either meanwhile.
/// </summary>
internal sealed class RotateWebhookHandler(
    IWebhookStore store, WebhookSecrets secrets, WebhookKeeper keeper, WebhookEndpoints endpoints, IOptions<WebhooksOptions> options, TimeProvider time)
{
    public async Task<RotateWebhookResult> HandleAsync(string controller, string processorId, string actor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(processorId, cancellationToken) is not { } registration || registration.ControllerDid != controller)
            return new RotateWebhookResult.NoProcessor();
        if (registration.State != WebhookState.Active)
            return new RotateWebhookResult.NotRegistered(registration.State);

        // A rotation that Klaviyo has not heard of is finished: a third secret would push out the one that it signs with.
        if (!registration.SecretPending)
        {
            var now = time.GetUtcNow();
            registration = await store.UpdateAsync(processorId, current => current! with { SecretPending = true, NextCheckAt = now }, cancellationToken);
            var pair = await secrets.SigningAsync(processorId, cancellationToken);
            await secrets.SetSigningAsync(processorId, pair.Rotate(now + options.Value.Freshness), cancellationToken);
            endpoints.Forget(processorId);
        }

        var after = await keeper.KeepAsync(registration, actor, cancellationToken);
        return new RotateWebhookResult.Rotated(new(after.State, IsPending: after.SecretPending));
    }
}
