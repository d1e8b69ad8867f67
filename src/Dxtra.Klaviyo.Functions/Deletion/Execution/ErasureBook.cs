using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Keeps the books of an execution: the point of no return, the ledger, the activity log, and what is waited for.</summary>
internal sealed class ErasureBook(IRequestStore requests, IErasureLedger ledger, IActivityLog activity, TimeProvider time)
{
    /// <summary>Passes the point of no return.</summary>
    /// <returns>The request; null when it was given up before, or another run has overtaken this one.</returns>
    public async Task<SubjectRequest?> BeginAsync(RequestWork work, CancellationToken cancellationToken)
    {
        var begun = await requests.UpdateAsync(
            work.ControllerDid, work.RequestId, Actors.System, current => IsAt(current, work) ? Begin(current) : current, cancellationToken);
        return IsAt(begun, work) ? begun : null;
    }

    public async Task<StepLines> ReadAsync(RequestWork work, int profile, PlannedStep step, CancellationToken cancellationToken) =>
        StepLines.Of(await ledger.ReadAsync(work.ControllerDid, work.RequestId, cancellationToken), work, profile, step);

    /// <returns>False when somebody else has written it: another instance is at this step.</returns>
    public Task<bool> IntendAsync(RequestWork work, int profile, string profileKey, PlannedStep step, int attempt, CancellationToken cancellationToken) =>
        ledger.AddAsync(work.ControllerDid, Line(work, profile, profileKey, step, LedgerPhase.Intent, null, attempt), cancellationToken);

    public async Task<StepResult> AnswerAsync(
        SubjectRequest request, RequestWork work, int profile, string profileKey, PlannedStep step, int attempt, LedgerAnswer answer, CancellationToken cancellationToken)
    {
        await activity.AppendAsync(
            RequestEntries.Of(request, ActivityType.DeletionStep, Actors.System, time.GetUtcNow(), [$"{step.Step}"], $"{answer}"), cancellationToken);
        await ledger.AddAsync(work.ControllerDid, Line(work, profile, profileKey, step, LedgerPhase.Answer, answer, attempt), cancellationToken);
        return new(StepState.Settled, answer, attempt);
    }

    /// <summary>Says why the work stands still, or that it goes on.</summary>
    public async Task WaitAsync(RequestWork work, WaitingFor? waiting, CancellationToken cancellationToken)
    {
        if ((await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken))?.Deletion?.Waiting == waiting)
            return;
        await requests.UpdateAsync(
            work.ControllerDid, work.RequestId, Actors.System,
            current => IsAt(current, work) ? current with { Deletion = current.Deletion! with { Waiting = waiting } } : current, cancellationToken);
    }

    private static bool IsAt(SubjectRequest request, RequestWork work) =>
        request is { Status: RequestStatus.Running, Deletion.Execution: not null } && request.Run == work.Run;

    private static SubjectRequest Begin(SubjectRequest request) =>
        request with { Deletion = request.Deletion! with { Execution = request.Deletion.Execution! with { Started = true } } };

    private LedgerEntry Line(RequestWork work, int profile, string profileKey, PlannedStep step, LedgerPhase phase, LedgerAnswer? answer, int attempt) =>
        new(work.RequestId, work.Run, profile, profileKey, step.Step, step.Target, phase, answer, time.GetUtcNow(), attempt);
}
