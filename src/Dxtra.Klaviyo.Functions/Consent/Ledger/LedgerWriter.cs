using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Adds lines to a history: each once, whoever else adds at the same time.</summary>
internal sealed class LedgerWriter(ILedgerStore ledger, IOptions<ConsentOptions> options)
{
    /// <summary>What fits one transaction beside the row of what holds.</summary>
    private const int AtOnce = 90;

    public async Task<WrittenHistory> WriteAsync(
        LedgerKey key, StoredHistory asRead, IReadOnlyList<LedgerLine> brought, CancellationToken cancellationToken)
    {
        var history = asRead;
        while (true)
        {
            var missing = brought.Where(line => !history.Has(line.SourceHash)).Take(AtOnce)
                .Select((line, index) => line with { Number = history.Lines.Count + index }).ToList();
            if (missing.Count == 0)
                return Conclude(key, history, brought);
            var after = new StoredHistory([.. history.Lines, .. missing], null);
            await ledger.TryAddAsync(key, history, missing, HeldAfter(key, after), cancellationToken);
            // Added or not (somebody was faster, or the answer was lost and the call repeated): what is there now tells.
            history = await ledger.ReadAsync(key, cancellationToken);
        }
    }

    public IReadOnlyList<PlacedLine> Order(IEnumerable<LedgerLine> lines) =>
        LedgerOrder.Of(lines, options.Value.SkewWindow, options.Value.EchoWindow);

    private WrittenHistory Conclude(LedgerKey key, StoredHistory history, IReadOnlyList<LedgerLine> brought)
    {
        if (brought.Count == 0)
            return new(key, [], [], [], null);
        var takenBy = brought[0].TakenBy;
        var entries = Order(history.Lines);
        var mine = brought.Select(line => history.Lines.First(stored => stored.SourceHash == line.SourceHash)).ToLookup(line => line.TakenBy == takenBy);
        var told = LedgerOrder.Changes(entries).Where(pair => pair.First.TakenBy == takenBy).Select(pair => pair.Change);
        return new(key, [.. mine[true]], [.. mine[false]], [.. told], LedgerOrder.Current(entries));
    }

    private ConsentHeld HeldAfter(LedgerKey key, StoredHistory after)
    {
        var current = LedgerOrder.Current(Order(after.Lines))!;
        return new(key.Channel, key.ListId, current.Line.State, current.Line.EffectiveAt, current.Line.SeenAt);
    }
}
