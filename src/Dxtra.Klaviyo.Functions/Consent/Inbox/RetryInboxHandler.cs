using Dxtra.Klaviyo.Functions.Activity;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

internal sealed class RetryInboxHandler(IInboxStore store, InboxBell bell, IActivityLog activity, TimeProvider time)
{
    /// <summary>The message as it waits now; null when none of that id is kept.</summary>
    public async Task<InboxItemView?> HandleAsync(
        string controller, string processorId, string id, string actor, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (InboxNames.KindOf(id) is null || await FindAsync(controller, processorId, id, cancellationToken) is not { } kept)
            return null;
        await activity.AppendAsync(
            WebhookEntries.Of(controller, processorId, ActivityType.InboxMessageRetried, actor, time.GetUtcNow(), kept.State.ToString()), cancellationToken);
        var waiting = kept with { State = InboxState.Waiting, Attempts = 0, Reason = null, Left = 0 };
        await store.MoveAsync(kept, waiting, cancellationToken);
        await bell.RingAsync(controller, processorId, client, cancellationToken);
        return InboxItemView.Of(waiting);
    }

    private async Task<InboxItem?> FindAsync(string controller, string processorId, string id, CancellationToken cancellationToken) =>
        await store.FindAsync(InboxState.Poison, controller, processorId, id, cancellationToken)
        ?? await store.FindAsync(InboxState.Unknown, controller, processorId, id, cancellationToken);
}
