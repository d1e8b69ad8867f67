namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Does what follows from lines whose taker died before it did.</summary>
internal sealed class OwedSweep(ILedgerStore ledger, LedgerWriter writer, NewsTold told, ProfileSeal seal, TimeProvider time)
{
    /// <summary>Younger promises belong to calls that are still under way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    public async Task RunAsync(string controller, string processorId, CancellationToken cancellationToken)
    {
        await foreach (var owed in ledger.ReadOwedAsync(controller, processorId, time.GetUtcNow() - Grace, cancellationToken))
        {
            var key = owed.Place.Key;
            var entries = writer.Order((await ledger.ReadAsync(key, cancellationToken)).Lines);
            var changes = LedgerOrder.Changes(entries)
                .Where(pair => pair.First.SourceHash == owed.Place.SourceHash && pair.First.TakenBy == owed.TakenBy).Select(pair => pair.Change);
            var profileId = await seal.OpenAsync(key.Subject, owed.SealedProfile, cancellationToken);
            await told.TellAsync(key, profileId, changes, LedgerOrder.Current(entries), cancellationToken);
            await ledger.ReleaseAsync(controller, processorId, [owed], cancellationToken);
        }
    }
}
