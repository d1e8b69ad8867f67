using Dxtra.Klaviyo.Functions.Activity;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>
/// What other capabilities have to do comes first: a crash on the way leaves a processor that waits, and the confirmation that is
/// repeated then does it again.
/// </summary>
internal sealed class ConfirmProcessorHandler(
    IProcessorStore processors, IEnumerable<IProcessorLife> lives, IActivityLog activity, TimeProvider time)
{
    /// <summary>The processor as it is now, or null when this controller has none of that id.</summary>
    public async Task<Processor?> HandleAsync(string controller, string processorId, string actor, CancellationToken cancellationToken)
    {
        var before = await processors.FindAsync(controller, processorId, cancellationToken);
        if (before?.Status != ProcessorStatus.PendingConfirmation)
            return before;
        foreach (var life in lives)
            await life.ConfirmAsync(before, actor, cancellationToken);
        var now = time.GetUtcNow();
        var confirmed = await processors.UpdateAsync(controller, processorId, current => Confirm(current, now), cancellationToken);
        if (confirmed is not null)
            await activity.AppendAsync(ProcessorEntries.Of(confirmed, ActivityType.ProcessorConfirmed, actor, now), cancellationToken);
        return confirmed;
    }

    private static Processor Confirm(Processor processor, DateTimeOffset now) => processor.Status == ProcessorStatus.PendingConfirmation
        ? processor with { Status = ProcessorStatus.Active, ConfirmedAt = now }
        : processor;
}
