using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Remembers who is to be seen out of reach, promises the looks, and notes what they showed.</summary>
internal sealed class Exclusions(
    IExclusionStore store, ProfileSeal seal, IPendingStartStore pending, IActivityLog activity, TimeProvider time)
{
    /// <summary>Klaviyo takes minutes to act; whoever it can still reach after this is noted as such.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    public async Task AskAsync(LedgerKey key, string profileId, LedgerLine line, CancellationToken cancellationToken)
    {
        await store.AddAsync(new(key, await seal.SealAsync(key.Subject, profileId, cancellationToken), time.GetUtcNow()), cancellationToken);
        // The synchronisation has the profiles before it, and promises what is left when it is done.
        if (line.Way is ConsentWay.Webhook or ConsentWay.FlowWebhook)
            await PromiseAsync(key.Subject.Controller, key.Subject.ProcessorId, cancellationToken);
    }

    /// <summary>Promises to look at whoever is pending, one promise a minute. It is kept a minute later, when Klaviyo has had time.</summary>
    public async Task PromiseAsync(string controller, string processorId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await pending.AddAsync(new(new(controller, processorId, $"{processorId}-excluded-{now:yyyyMMddHHmm}"), nameof(ExclusionOrchestrator), now), cancellationToken);
    }

    /// <summary>The same, if there is anybody.</summary>
    public async Task PromiseIfAnyAsync(string controller, string processorId, CancellationToken cancellationToken)
    {
        if (await AnyAsync(controller, processorId, cancellationToken))
            await PromiseAsync(controller, processorId, cancellationToken);
    }

    public async Task<bool> AnyAsync(string controller, string processorId, CancellationToken cancellationToken) =>
        await store.ReadAsync(controller, processorId, cancellationToken).AnyAsync(cancellationToken);

    /// <summary>Notes what is seen of a person, when it settles what is pending for them.</summary>
    /// <returns>How much is still pending.</returns>
    public async Task<int> SettleAsync(LedgerSubject subject, string profileId, ProfileSubscriptions? subscriptions, CancellationToken cancellationToken)
    {
        var left = 0;
        foreach (var one in await store.FindAsync(subject, cancellationToken))
            left += await SettleAsync(one, profileId, subscriptions, cancellationToken) ? 0 : 1;
        return left;
    }

    /// <returns>False while it has to be looked at again.</returns>
    public async Task<bool> SettleAsync(
        PendingExclusion one, string profileId, ProfileSubscriptions? subscriptions, CancellationToken cancellationToken)
    {
        var (isOut, seen) = ExclusionRules.Look(one.Key.Channel, subscriptions);
        var now = time.GetUtcNow();
        if (!isOut && now - one.Since < Patience)
            return false;
        await activity.AppendAsync(ConsentEntries.Excluded(one.Key, now, SubjectMask.Of(new(null, null, null, profileId)), seen), cancellationToken);
        await store.RemoveAsync(one, cancellationToken);
        return true;
    }
}
