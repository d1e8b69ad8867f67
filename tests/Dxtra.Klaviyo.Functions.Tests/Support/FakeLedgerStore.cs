using System.Globalization;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The ledger in memory: two writers of one history cannot pass each other here either.</summary>
internal sealed class FakeLedgerStore : ILedgerStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<LedgerKey, (List<LedgerLine> Lines, ConsentHeld Held, int Version)> _histories = [];
    private readonly HashSet<LedgerPlace> _places = [];
    private readonly HashSet<OwedEntry> _owed = [];

    public IReadOnlyCollection<OwedEntry> Owed
    {
        get
        {
            lock (_gate)
                return [.. _owed];
        }
    }

    /// <summary>Set: the next releases fail with it, as when a process dies before them.</summary>
    public Exception? Fault { get; set; }

    public async Task<StoredHistory> ReadAsync(LedgerKey key, CancellationToken cancellationToken)
    {
        await Task.Yield();
        lock (_gate)
            return HistoryOf(key);
    }

    public async Task<bool> TryAddAsync(
        LedgerKey key, StoredHistory asRead, IReadOnlyList<LedgerLine> lines, ConsentHeld held, CancellationToken cancellationToken)
    {
        await Task.Yield();
        lock (_gate)
        {
            if (asRead.Version != HistoryOf(key).Version)
                return false;
            var (before, version) = _histories.TryGetValue(key, out var found) ? (found.Lines, found.Version) : ([], 0);
            _histories[key] = ([.. before, .. lines], held, version + 1);
            return true;
        }
    }

    public Task<IReadOnlyList<ConsentHeld>> ReadHeldAsync(LedgerSubject subject, bool withLists, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<ConsentHeld>>(
                [.. _histories.Where(pair => pair.Key.Subject == subject && (withLists || pair.Key.ListId is null)).Select(pair => pair.Value.Held)]);
        }
    }

    public Task<IReadOnlyDictionary<LedgerKey, StoredHistory>> ReadAllAsync(LedgerSubject subject, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyDictionary<LedgerKey, StoredHistory>>(
                _histories.Keys.Where(key => key.Subject == subject).ToDictionary(key => key, HistoryOf));
        }
    }

    public Task NoteAsync(string controller, string processorId, IReadOnlyCollection<LedgerPlace> places, CancellationToken cancellationToken)
    {
        lock (_gate)
            _places.UnionWith(places);
        return Task.CompletedTask;
    }

    public Task<CursorPage<LedgerPlace>> ListAsync(
        string controller, string processorId, LedgerFilter filter, PageQuery query, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var all = _places.Where(place => place.Key.Subject.Controller == controller && place.Key.Subject.ProcessorId == processorId && filter.Takes(place));
            return Task.FromResult(new CursorPage<LedgerPlace>([.. all.OrderByDescending(place => place.EffectiveAt).Take(query.Limit)], null));
        }
    }

    public Task PromiseAsync(string controller, string processorId, IReadOnlyCollection<OwedEntry> owed, CancellationToken cancellationToken)
    {
        lock (_gate)
            _owed.UnionWith(owed);
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(string controller, string processorId, IReadOnlyCollection<OwedEntry> owed, CancellationToken cancellationToken)
    {
        if (Fault is { } fault)
            return Task.FromException(fault);
        lock (_gate)
            _owed.ExceptWith(owed);
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<OwedEntry> ReadOwedAsync(string controller, string processorId, DateTimeOffset olderThan, CancellationToken cancellationToken) =>
        Owed.Where(one => one.Since < olderThan && one.Place.Key.Subject.ProcessorId == processorId).ToAsyncEnumerable();

    private StoredHistory HistoryOf(LedgerKey key) => _histories.TryGetValue(key, out var found)
        ? new([.. found.Lines], found.Version.ToString(CultureInfo.InvariantCulture))
        : new([], null);
}
