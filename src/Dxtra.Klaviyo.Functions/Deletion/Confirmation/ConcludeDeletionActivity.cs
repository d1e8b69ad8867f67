using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Records what came of each approved profile and of the request. It is over when <see cref="EndDeletionActivity"/> has run.</summary>
internal sealed class ConcludeDeletionActivity(IRequestStore requests, IErasureLedger ledger, PictureVault pictures, TimeProvider time)
{
    /// <param name="Work">The run.</param>
    /// <param name="Plan">The steps of each approved profile; empty when the work broke before there was a plan.</param>
    /// <param name="Broken">The work broke in the middle.</param>
    internal sealed record Input(RequestWork Work, IReadOnlyDictionary<int, IReadOnlyList<PlannedStep>> Plan, bool Broken);

    [Function(nameof(ConcludeDeletionActivity))]
    public async Task<RequestResult> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no request {work.RequestId}.");
        if (request.IsOver || request.Run != work.Run)
            return request.Outcome?.Result ?? RequestResult.Cancelled;
        var record = await ErasureRecord.ReadAsync(ledger, work, cancellationToken);
        var picture = await pictures.ReadAsync(work, request.Deletion!.Preview!.Number, cancellationToken);
        IReadOnlyList<ErasedProfile> erased =
            [.. input.Plan.OrderBy(profile => profile.Key).Select(profile => Erased(record, picture, profile.Key, profile.Value))];
        var outcome = DeletionResults.Of(erased, record.Lines, input.Broken);
        await requests.UpdateAsync(
            work.ControllerDid, work.RequestId, Actors.System,
            current => current.IsOver || current.Run != work.Run ? current : current with { Outcome = outcome, Deletion = current.Deletion! with { Erased = erased } },
            cancellationToken);
        return outcome.Result;
    }

    private ErasedProfile Erased(ErasureRecord record, ErasurePicture picture, int profile, IReadOnlyList<PlannedStep> plan)
    {
        var verdict = record.VerdictOf(profile, plan);
        var last = record.Sightings.LastOrDefault(sighting => sighting.Profile == profile)?.At;
        return new(picture.Profiles[profile].ProfileKey, verdict.Outcome, last ?? time.GetUtcNow(), verdict.Open);
    }
}
