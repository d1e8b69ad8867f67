using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Lines first, what follows from them after, with a promise before both that a crash leaves for <see cref="OwedSweep"/>. Whoever brought
/// news brings it again after a failure; what was done by then is not done twice.
/// </summary>
internal sealed class ConsentDesk(
    ILedgerStore ledger, LedgerWriter writer, ErasedPeople erased, NewsTold told, IdentifierHashes hashes, ProfileSeal seal,
    IOptions<ConsentOptions> options, TimeProvider time) : IConsentDesk
{
    public async Task<ConsentReceipt> TakeAsync(
        string controller, string processorId, IReadOnlyCollection<ConsentNews> news, CancellationToken cancellationToken) =>
        (await TakeAllAsync(controller, processorId, news, cancellationToken)).Receipt;

    /// <summary>The same, with more to tell.</summary>
    public async Task<TakenNews> TakeAllAsync(
        string controller, string processorId, IReadOnlyCollection<ConsentNews> news, CancellationToken cancellationToken)
    {
        if (news.Count == 0)
            return new([], 0);
        var gone = await erased.SeeAsync(controller, processorId, news, cancellationToken);
        var groups = await GroupAsync(controller, processorId, news.Where(one => !gone.Contains(one.ProfileId)), cancellationToken);
        var read = await SideBySide.SelectAsync(groups, group => ledger.ReadAsync(group.Key, cancellationToken), cancellationToken);
        var owed = await PromiseAsync(controller, processorId, groups.Zip(read), cancellationToken);
        var written = await SideBySide.SelectAsync([.. groups.Zip(read)], async pair =>
        {
            var written = await writer.WriteAsync(pair.First.Key, pair.Second, pair.First.Lines, cancellationToken);
            await told.TellAsync(pair.First.Key, pair.First.ProfileId, written.Changes, written.Current, cancellationToken);
            return written;
        }, cancellationToken);
        await ledger.ReleaseAsync(controller, processorId, owed, cancellationToken);
        return new(written, news.Count(one => gone.Contains(one.ProfileId)));
    }

    private async Task<IReadOnlyList<NewsGroup>> GroupAsync(
        string controller, string processorId, IEnumerable<ConsentNews> news, CancellationToken cancellationToken)
    {
        var (hashOf, now) = (await hashes.OfProfileIdsAsync(controller, cancellationToken), time.GetUtcNow());
        var takenBy = DescendingId.New(now);
        return [.. news.GroupBy(one => LedgerKey.Of(new(controller, processorId, hashOf(one.ProfileId)), one))
            .Select(group => NewsGroup.Of(group, group.Key, takenBy, now, options.Value.SkewWindow))];
    }

    /// <summary>What is new is promised; what turns out to be known, since somebody else brought it meanwhile, is released unkept.</summary>
    private async Task<IReadOnlyList<OwedEntry>> PromiseAsync(
        string controller, string processorId, IEnumerable<(NewsGroup Group, StoredHistory History)> read, CancellationToken cancellationToken)
    {
        var (owed, now) = (new List<OwedEntry>(), time.GetUtcNow());
        foreach (var (group, history) in read)
        {
            var missing = group.Lines.Where(line => !history.Has(line.SourceHash)).ToList();
            if (missing.Count == 0)
                continue;
            var profile = await seal.SealAsync(group.Key.Subject, group.ProfileId, cancellationToken);
            owed.AddRange(missing.Select(line => new OwedEntry(group.PlaceOf(line), line.TakenBy, now, profile)));
        }

        await ledger.PromiseAsync(controller, processorId, owed, cancellationToken);
        await ledger.NoteAsync(controller, processorId, [.. owed.Select(one => one.Place)], cancellationToken);
        return owed;
    }
}
