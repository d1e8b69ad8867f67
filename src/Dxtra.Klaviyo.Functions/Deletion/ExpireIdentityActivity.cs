using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Gives a request up whose identity nobody proved in time.</summary>
internal sealed class ExpireIdentityActivity(IRequestStore requests, IActivityLog activity, TimeProvider time)
{
    internal sealed record Input(RequestWork Work);

    /// <returns>Until when to wait on; null when there is nothing to wait for any more.</returns>
    [Function(nameof(ExpireIdentityActivity))]
    public async Task<DateTimeOffset?> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var request = await requests.UpdateAsync(
            input.Work.ControllerDid, input.Work.RequestId, Actors.System, current => IsDue(current, now) ? GiveUp(current, now) : current, cancellationToken);
        if (request is { Status: RequestStatus.AwaitingIdentity, Deletion: { } waiting })
            return waiting.IdentityDueAt;

        // After the move and not before it: a repeat after a crash says it again rather than not at all.
        if (request.Outcome is { Result: RequestResult.IdentityTimedOut })
        {
            await activity.AppendAsync(
                RequestEntries.Of(request, ActivityType.IdentityTimedOut, Actors.System, request.CompletedAt!.Value, ["identity"], "Cancelled"), cancellationToken);
        }

        return null;
    }

    private static bool IsDue(SubjectRequest request, DateTimeOffset now) =>
        request is { Status: RequestStatus.AwaitingIdentity, Deletion: { Identity: null } deletion } && deletion.IdentityDueAt <= now;

    private static SubjectRequest GiveUp(SubjectRequest request, DateTimeOffset now) => request with
    {
        Status = RequestStatus.Cancelled,
        CompletedAt = now,
        Outcome = RequestOutcome.Failure(RequestResult.IdentityTimedOut),
    };
}
