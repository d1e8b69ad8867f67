using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Activity;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Takes a webhook away from Klaviyo. While that cannot be, it is due again; what it sends is refused already.</summary>
internal sealed class WebhookRemoval(IWebhookStore store, WebhookAlignment alignment, IActivityLog activity, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task<WebhookRegistration> RemoveAsync(WebhookRegistration registration, string actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await TryAsync(registration, cancellationToken) is not { } outcome)
            return await store.UpdateAsync(registration.ProcessorId, current => current! with { NextCheckAt = now + Pause }, cancellationToken);
        await activity.AppendAsync(WebhookEntries.Of(registration, ActivityType.WebhookRemoved, actor, now, outcome), cancellationToken);
        return await store.UpdateAsync(
            registration.ProcessorId, current => current! with { State = WebhookState.Removed, NextCheckAt = Never }, cancellationToken);
    }

    /// <summary>Null when it is to be tried again.</summary>
    private async Task<string?> TryAsync(WebhookRegistration registration, CancellationToken cancellationToken)
    {
        try
        {
            await alignment.RemoveAsync(registration, cancellationToken);
            return "Removed";
        }
        catch (KlaviyoException exception) when (exception is KlaviyoPermissionException or KlaviyoAuthenticationException)
        {
            // The key does not open the account any more: from here nobody can remove it, and Klaviyo gives it up after two days of refusals.
            return "OutOfReach";
        }
        catch (KlaviyoException)
        {
            return null;
        }
    }
}
