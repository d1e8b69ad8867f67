using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Activity;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// A secret for the flow webhook, the first or another one. Flows are changed by hand, so the one in use stays good for a week; one
/// that was never used is simply replaced, whatever the number of calls.
/// </summary>
internal sealed class IssueFlowWebhookHandler(
    IProcessorStore processors, IWebhookStore store, WebhookSecrets secrets, WebhookEndpoints endpoints, WebhookAddresses addresses,
    IActivityLog activity, TimeProvider time)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(7);

    public async Task<IssueFlowWebhookResult> HandleAsync(string controller, string processorId, string actor, CancellationToken cancellationToken)
    {
        if (await processors.FindAsync(controller, processorId, cancellationToken) is not { } processor)
            return new IssueFlowWebhookResult.NoProcessor();
        if (processor.Status is not (ProcessorStatus.Active or ProcessorStatus.Error))
            return new IssueFlowWebhookResult.NotActive(processor.Status);
        if (addresses.OfFlow(processorId) is not { } url)
            return new IssueFlowWebhookResult.NoAddress();

        var now = time.GetUtcNow();
        var before = await store.FindAsync(processorId, cancellationToken);
        var pair = await secrets.FindFlowAsync(processorId, cancellationToken) switch
        {
            null => new SecretPair(SecretPair.NewSecret()),
            var earlier when before is { IsFlowSecretUsed: true } => earlier.Rotate(now + Overlap),
            var earlier => earlier.Replace(now + Overlap),
        };
        await activity.AppendAsync(
            WebhookEntries.Of(controller, processorId, ActivityType.FlowWebhookIssued, actor, now, pair.Previous is null ? "First" : "Rotated"), cancellationToken);
        await secrets.SetFlowAsync(processorId, pair, cancellationToken);
        await store.UpdateAsync(processorId, current => (current ?? New(controller, processorId, now)) with { IsFlowSecretUsed = false }, cancellationToken);
        endpoints.Forget(processorId);
        return new IssueFlowWebhookResult.Issued(new(
            url, FlowBearer.HeaderOf(pair.Current), "application/json", FlowTemplate.Body, WebhookTopics.Names, pair.PreviousUntil));
    }

    /// <summary>Of a processor that was confirmed before webhooks were known of.</summary>
    private static WebhookRegistration New(string controller, string processorId, DateTimeOffset now) => new()
    {
        ControllerDid = controller,
        ProcessorId = processorId,
        State = WebhookState.Pending,
        NextCheckAt = now,
    };
}
