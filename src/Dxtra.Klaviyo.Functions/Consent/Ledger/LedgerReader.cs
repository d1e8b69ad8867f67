using System.Globalization;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Reads the ledger newest first. A page of all people costs one query, and one for each history on it; what was before a line is worked out
/// from its history then, so it is true whatever came late. A person's own lines are read whole.
/// </summary>
internal sealed class LedgerReader(ILedgerStore ledger, LedgerWriter writer)
{
    public async Task<CursorPage<ConsentChangeView>> PageAsync(
        string controller, string processorId, LedgerFilter filter, PageQuery query, CancellationToken cancellationToken)
    {
        var page = await ledger.ListAsync(controller, processorId, filter, query, cancellationToken);
        var keys = page.Items.Select(place => place.Key).Distinct().ToList();
        var histories = await SideBySide.SelectAsync(
            keys, async key => writer.Order((await ledger.ReadAsync(key, cancellationToken)).Lines), cancellationToken);
        var entries = keys.Zip(histories).SelectMany(pair => pair.Second.Select(entry => (Place: PlaceOf(pair.First, entry), Entry: entry)))
            .ToDictionary(pair => pair.Place, pair => pair.Entry);
        // A place without a line was noted by a call that died, or has not added it yet.
        var views = page.Items.Where(entries.ContainsKey).Select(place => ConsentChangeView.Of(place.Key, entries[place]));
        return new([.. views], page.Next);
    }

    /// <summary>Of one person; the cursor says how many lines were read.</summary>
    public async Task<CursorPage<ConsentChangeView>> PageAsync(
        LedgerSubject subject, LedgerFilter filter, PageQuery query, CancellationToken cancellationToken)
    {
        var skip = int.TryParse(query.ContinuationToken, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var histories = await ledger.ReadAllAsync(subject, cancellationToken);
        var views = histories
            .SelectMany(history => writer.Order(history.Value.Lines).Select(entry => (Place: PlaceOf(history.Key, entry), Entry: entry)))
            .Where(pair => filter.Takes(pair.Place))
            .OrderByDescending(pair => pair.Place.EffectiveAt).ThenBy(pair => pair.Place.Key.ChannelKey, StringComparer.Ordinal)
            .ThenBy(pair => pair.Place.SourceHash, StringComparer.Ordinal)
            .Select(pair => ConsentChangeView.Of(pair.Place.Key, pair.Entry)).ToList();
        var next = skip + query.Limit;
        return new([.. views.Skip(skip).Take(query.Limit)], next < views.Count ? Cursor.Encode(next.ToString(CultureInfo.InvariantCulture)) : null);
    }

    private static LedgerPlace PlaceOf(LedgerKey key, PlacedLine entry) => new(key, entry.Line.SourceHash, entry.Line.EffectiveAt);
}
