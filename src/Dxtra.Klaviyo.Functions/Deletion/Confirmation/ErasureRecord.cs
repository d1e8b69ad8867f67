using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What was done and seen in one run.</summary>
internal sealed record ErasureRecord(IReadOnlyList<LedgerEntry> Lines, IReadOnlyList<Sighting> Sightings)
{
    public static async Task<ErasureRecord> ReadAsync(IErasureLedger ledger, RequestWork work, CancellationToken cancellationToken)
    {
        var lines = await ledger.ReadAsync(work.ControllerDid, work.RequestId, cancellationToken);
        var sightings = await ledger.ReadSightingsAsync(work.ControllerDid, work.RequestId, cancellationToken);
        return new([.. lines.Where(line => line.Run == work.Run)], [.. sightings.Where(sighting => sighting.Run == work.Run).OrderBy(sighting => sighting.Look)]);
    }

    public Verdict VerdictOf(int profile, IReadOnlyList<PlannedStep> plan) => Verdict.Of(
        [.. Sightings.Where(sighting => sighting.Profile == profile)], [.. Lines.Where(line => line.Profile == profile)], plan);
}
