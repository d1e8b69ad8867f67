using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Keeps what we know of a processor's webhook in step with what Klaviyo says, and says so to whoever looks at the processor.</summary>
internal sealed partial class WebhookKeeper(
    IWebhookStore store, WebhookAlignment alignment, WebhookRemoval removal, WebhookAddresses addresses, WebhookEndpoints endpoints,
    GapFilling gaps, IProcessorStore processors, IActivityLog activity, TimeProvider time, ILogger<WebhookKeeper> logger) : IWebhookCheck
{
    public async Task<WebhookState?> CheckAsync(string controller, string processorId, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(processorId, cancellationToken);
        if (found is null || found.ControllerDid != controller)
            return null;
        return (await KeepAsync(found, Actors.System, cancellationToken)).State;
    }

    /// <summary>Klaviyo's refusals end here: they are noted, and it is asked again.</summary>
    public async Task<WebhookRegistration> KeepAsync(WebhookRegistration registration, string actor, CancellationToken cancellationToken)
    {
        if (registration.State == WebhookState.Removing)
            return await removal.RemoveAsync(registration, actor, cancellationToken);
        if (registration.State == WebhookState.Removed)
            return registration;
        if (await AskAsync(registration, cancellationToken) is not { } outcome)
            return await PostponeAsync(registration, cancellationToken);

        foreach (var change in outcome.Changes)
            await LogAsync(registration, change, actor, outcome.State, cancellationToken);
        if (outcome.State != registration.State && outcome.State != WebhookState.Active)
            await LogAsync(registration, ActivityType.WebhookUnavailable, actor, outcome.State, cancellationToken);
        var after = await SettleAsync(registration, outcome, cancellationToken);
        await gaps.FillAsync(after.ControllerDid, after.ProcessorId, cancellationToken);
        return after;
    }

    /// <summary>A webhook that is good is looked at every quarter of an hour, a plan that has none every day.</summary>
    private static TimeSpan PauseAfter(WebhookState state) => state switch
    {
        WebhookState.Active => TimeSpan.FromMinutes(15),
        WebhookState.NotInPlan => TimeSpan.FromDays(1),
        WebhookState.Pending => TimeSpan.FromMinutes(5),
        _ => TimeSpan.FromHours(1),
    };

    /// <summary>Null when Klaviyo says nothing that lasts.</summary>
    private async Task<WebhookOutcome?> AskAsync(WebhookRegistration registration, CancellationToken cancellationToken)
    {
        if (addresses.OfSystem(registration.ProcessorId) is null)
            return WebhookOutcome.Without(WebhookState.NoAddress, registration);
        try
        {
            return await alignment.AlignAsync(registration, cancellationToken);
        }
        catch (KlaviyoPermissionException exception)
        {
            return WebhookOutcome.Without(
                exception.Problem == KlaviyoPermissionProblem.PlanLacksFeature ? WebhookState.NotInPlan : WebhookState.NotPermitted, registration);
        }
        catch (KlaviyoInvalidRequestException)
        {
            return WebhookOutcome.Without(WebhookState.Refused, registration);
        }
        catch (KlaviyoException exception)
        {
            Log.NotAsked(logger, registration.ProcessorId, exception.GetType().Name);
            return null;
        }
    }

    private Task<WebhookRegistration> PostponeAsync(WebhookRegistration registration, CancellationToken cancellationToken)
    {
        var next = time.GetUtcNow() + PauseAfter(WebhookState.Pending);
        return store.UpdateAsync(registration.ProcessorId, current => (current ?? registration) with { NextCheckAt = next }, cancellationToken);
    }

    private async Task<WebhookRegistration> SettleAsync(WebhookRegistration registration, WebhookOutcome outcome, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var after = await store.UpdateAsync(
            registration.ProcessorId, current => current is { IsOpen: true } ? Settle(current, registration, outcome, now) : current ?? registration,
            cancellationToken);
        endpoints.Forget(registration.ProcessorId);
        var source = after.State == WebhookState.Active ? ConsentSource.Webhook
            : after.FlowUsedAt is null ? ConsentSource.Fallback
            : ConsentSource.FlowWebhook;
        await processors.SayAsync(after, source, cancellationToken);
        return after;
    }

    private WebhookRegistration Settle(WebhookRegistration current, WebhookRegistration asked, WebhookOutcome outcome, DateTimeOffset now)
    {
        var isGood = outcome.State == WebhookState.Active;
        return current with
        {
            State = outcome.State,
            WebhookId = outcome.WebhookId,
            Topics = outcome.Topics,
            Address = isGood ? addresses.OfSystem(asked.ProcessorId) : current.Address,
            // A secret that was made while Klaviyo was asked is still to be told.
            SecretPending = current.SecretPending && !(isGood && asked.SecretPending),
            RegisteredAt = isGood ? current.RegisteredAt ?? now : current.RegisteredAt,
            LastGoodAt = isGood ? now : current.LastGoodAt,
            NextCheckAt = now + PauseAfter(outcome.State),
        };
    }

    private Task LogAsync(
        WebhookRegistration registration, ActivityType type, string actor, WebhookState outcome, CancellationToken cancellationToken) =>
        activity.AppendAsync(WebhookEntries.Of(registration, type, actor, time.GetUtcNow(), outcome.ToString()), cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Klaviyo could not be asked about the webhook of processor {ProcessorId} ({Exception}); it is asked again")]
        public static partial void NotAsked(ILogger logger, string processorId, string exception);
    }
}
