using Dxtra.Klaviyo.Functions.Activity;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Notes with the deletion request, and in the activity log, that its person came back. The comeback is worked off last.</summary>
internal sealed class NoteReappearanceActivity(
    SightingVault sightings, ReappearanceCauses causes, IRequestStore requests, IActivityLog activity)
{
    /// <param name="Work">The comeback's.</param>
    /// <param name="AskWhy">False: Klaviyo is not asked any more.</param>
    internal sealed record Input(RequestWork Work, bool AskWhy);

    /// <returns>True when it is a reappearance.</returns>
    [Function(nameof(NoteReappearanceActivity))]
    public Task<OrLater<bool>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => NoteAsync(input, cancellationToken));

    private async Task<bool> NoteAsync(Input input, CancellationToken cancellationToken)
    {
        var (controller, processorId) = (input.Work.ControllerDid, input.Work.ProcessorId);
        if (await sightings.FindAsync(input.Work, cancellationToken) is not { } comeback)
            return false;
        var cause = input.AskWhy ? await causes.FindAsync(controller, processorId, comeback.ProfileId, cancellationToken) : ReappearanceCause.Unknown;
        var noted = false;
        var request = await requests.UpdateAsync(controller, comeback.RequestId, Actors.System, current =>
        {
            noted = current.Run == comeback.Run && Reappeared.Is(current, comeback.ProfileKey) && !Reappeared.IsMergeKnown(current, cause.Created);
            return noted && current.Deletion!.Reappearance is null ? With(current, comeback, cause) : current;
        }, cancellationToken);
        if (noted)
        {
            await activity.AppendAsync(
                RequestEntries.Of(request, ActivityType.PersonReappeared, Actors.System, comeback.At, comeback.Identifiers, comeback.SeenBy), cancellationToken);
        }

        await sightings.FinishAsync(input.Work, cancellationToken);
        return noted;
    }

    /// <summary>The first one stays: it is the earliest evidence.</summary>
    private static SubjectRequest With(SubjectRequest request, Comeback comeback, ReappearanceCause cause) => request with
    {
        Deletion = request.Deletion! with
        {
            Reappearance = new(comeback.At, comeback.SeenBy, comeback.Identifiers, cause.Created, cause.Metric, cause.Integration),
        },
    };
}
