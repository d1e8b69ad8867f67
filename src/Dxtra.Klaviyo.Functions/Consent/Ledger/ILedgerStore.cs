using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The consent ledger. Lines are added, never changed and never removed.</summary>
internal interface ILedgerStore
{
    Task<StoredHistory> ReadAsync(LedgerKey key, CancellationToken cancellationToken);

    /// <summary>Adds lines to a history that is still as it was read, with what holds after them.</summary>
    /// <returns>False when somebody was faster: read again.</returns>
    Task<bool> TryAddAsync(
        LedgerKey key, StoredHistory asRead, IReadOnlyList<LedgerLine> lines, ConsentHeld held, CancellationToken cancellationToken);

    /// <summary>What holds for a person, by channel; lists come only when asked for.</summary>
    Task<IReadOnlyList<ConsentHeld>> ReadHeldAsync(LedgerSubject subject, bool withLists, CancellationToken cancellationToken);

    /// <summary>The histories of a person, all of them.</summary>
    Task<IReadOnlyDictionary<LedgerKey, StoredHistory>> ReadAllAsync(LedgerSubject subject, CancellationToken cancellationToken);

    /// <summary>
    /// Makes lines findable by time, before they are added: one that is noted and never added is passed over by whoever reads. A repeat
    /// changes nothing.
    /// </summary>
    Task NoteAsync(string controller, string processorId, IReadOnlyCollection<LedgerPlace> places, CancellationToken cancellationToken);

    /// <summary>The places of lines, newest first.</summary>
    Task<CursorPage<LedgerPlace>> ListAsync(
        string controller, string processorId, LedgerFilter filter, PageQuery query, CancellationToken cancellationToken);

    Task PromiseAsync(string controller, string processorId, IReadOnlyCollection<OwedEntry> owed, CancellationToken cancellationToken);

    /// <summary>Takes promises back that were kept, or for which there is nothing to keep.</summary>
    Task ReleaseAsync(string controller, string processorId, IReadOnlyCollection<OwedEntry> owed, CancellationToken cancellationToken);

    IAsyncEnumerable<OwedEntry> ReadOwedAsync(string controller, string processorId, DateTimeOffset olderThan, CancellationToken cancellationToken);
}
