using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Stores a message, then sees to it that somebody works it off. A crash in between leaves the message, which the sweep finds.</summary>
internal sealed class InboxIntake(IInboxStore store, InboxSeal seal, InboxBell bell, TimeProvider time)
{
    public async Task TakeAsync(WebhookRegistration registration, InboxKind kind, byte[] content, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var (controller, processorId) = (registration.ControllerDid, registration.ProcessorId);
        var id = await seal.IdOfAsync(controller, kind, content, cancellationToken);
        var item = new InboxItem(InboxState.Waiting, controller, processorId, id, kind, time.GetUtcNow());
        await store.AddAsync(item, await seal.SealAsync(item, content, cancellationToken), cancellationToken);
        await bell.RingAsync(controller, processorId, client, cancellationToken);
    }
}
