namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The ledger in memory, with the table's rule: the very same line is refused.</summary>
internal sealed class FakeErasureLedger : IErasureLedger
{
    private readonly Lock _gate = new();
    private readonly List<LedgerEntry> _lines = [];
    private readonly List<Sighting> _sightings = [];

    /// <summary>Called after a line was added; may throw, as a process does that dies there.</summary>
    public Action<LedgerEntry>? Added { get; set; }

    public IReadOnlyList<LedgerEntry> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    public Task<bool> AddAsync(string controller, LedgerEntry entry, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_lines.Any(line => line with { At = entry.At, Answer = entry.Answer } == entry))
                return Task.FromResult(false);
            _lines.Add(entry);
        }

        Added?.Invoke(entry);
        return Task.FromResult(true);
    }

    public Task AddAsync(string controller, Sighting sighting, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_sightings.Any(other => (other.Run, other.Look, other.Profile) == (sighting.Run, sighting.Look, sighting.Profile)))
                _sightings.Add(sighting);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<LedgerEntry>> ReadAsync(string controller, string requestId, CancellationToken cancellationToken) => Task.FromResult(Lines);

    public Task<IReadOnlyList<Sighting>> ReadSightingsAsync(string controller, string requestId, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<Sighting>>([.. _sightings]);
    }
}
