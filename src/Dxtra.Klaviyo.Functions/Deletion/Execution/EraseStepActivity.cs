using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// Tries one step for one profile: intent, call, answer. A repeat finds what the ledger has: an answer is the result, an intent without
/// one makes it look whether the effect is there, before and after a pause, and only then call again as the next attempt.
/// </summary>
internal sealed class EraseStepActivity(
    ErasureBook book, PictureVault pictures, IKlaviyoConnections connections, IEnumerable<IErasureAct> acts)
{
    /// <param name="Work">The run.</param>
    /// <param name="Profile">Index of the profile.</param>
    /// <param name="Step">What is to be done.</param>
    /// <param name="Looked">The open attempt that was looked at before the pause; 0 when none was.</param>
    /// <param name="Probe">Klaviyo did not take the key the last time: ask for that first.</param>
    /// <param name="GiveUp">Our patience is over: settle it.</param>
    internal sealed record Input(RequestWork Work, int Profile, PlannedStep Step, int Looked = 0, bool Probe = false, bool GiveUp = false);

    [Function(nameof(EraseStepActivity))]
    public async Task<StepResult> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        if (await book.BeginAsync(work, cancellationToken) is not { } request)
            return new(StepState.Stopped);
        var picture = await pictures.ReadAsync(work, request.Deletion!.Preview!.Number, cancellationToken);
        var klaviyo = await connections.OpenAsync(work.ControllerDid, work.ProcessorId, request.DueAt, cancellationToken);
        var step = new StepAtHand(work, request, input.Step, input.Profile, picture, klaviyo);
        var result = await TryAsync(input, step, cancellationToken);
        WaitingFor? waiting = result.State switch
        {
            StepState.KeyRefused => WaitingFor.Key,
            StepState.Refused when result.Seconds is null => WaitingFor.Klaviyo,
            _ => null,
        };
        await book.WaitAsync(work, waiting, cancellationToken);
        return result;
    }

    private async Task<StepResult> TryAsync(Input input, StepAtHand step, CancellationToken cancellationToken)
    {
        var lines = await book.ReadAsync(step.Work, step.Index, step.Step, cancellationToken);
        if (lines.IsSettled)
            return new(StepState.Settled, lines.Answer, lines.Attempt);
        if (input.GiveUp)
            return await GiveUpAsync(step, lines, cancellationToken);
        var act = acts.Single(act => act.Steps.Contains(step.Step.Step));
        try
        {
            if (input.Probe)
                await step.Klaviyo.Accounts.GetAsync(cancellationToken);
        }
        catch (KlaviyoException fault)
        {
            return await KeyProbe.ResultOfAsync(step.Klaviyo, fault, lines.Attempt, cancellationToken);
        }

        return lines.IsOpen
            ? await ResumeAsync(input, act, step, lines, cancellationToken)
            : await BeginAsync(act, step, lines.Attempt + 1, cancellationToken);
    }

    private async Task<StepResult> ResumeAsync(Input input, IErasureAct act, StepAtHand step, StepLines lines, CancellationToken cancellationToken)
    {
        try
        {
            if (await act.FindEffectAsync(step, cancellationToken) is { } effect)
                return await AnswerAsync(step, lines.Attempt, effect, cancellationToken);
        }
        catch (KlaviyoPermissionException)
        {
            // The key may not see whether it is in effect: the pause has to do.
        }
        catch (KlaviyoException fault)
        {
            return await KeyProbe.ResultOfAsync(step.Klaviyo, fault, lines.Attempt, cancellationToken);
        }

        return input.Looked == lines.Attempt
            ? await BeginAsync(act, step, lines.Attempt + 1, cancellationToken)
            : new(StepState.Uncertain, Attempt: lines.Attempt);
    }

    private async Task<StepResult> BeginAsync(IErasureAct act, StepAtHand step, int attempt, CancellationToken cancellationToken)
    {
        LedgerAnswer? guarded;
        try
        {
            guarded = await act.GuardAsync(step, cancellationToken);
        }
        catch (KlaviyoPermissionException)
        {
            guarded = LedgerAnswer.MissingScope;
        }
        catch (KlaviyoException fault)
        {
            return await KeyProbe.ResultOfAsync(step.Klaviyo, fault, attempt - 1, cancellationToken);
        }

        if (!await IntendAsync(step, attempt, cancellationToken))
            return new(StepState.Uncertain, Attempt: attempt);
        return guarded is { } answer
            ? await AnswerAsync(step, attempt, answer, cancellationToken)
            : await CallAsync(act, step, attempt, cancellationToken);
    }

    private async Task<StepResult> CallAsync(IErasureAct act, StepAtHand step, int attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await AnswerAsync(step, attempt, await act.CallAsync(step, cancellationToken), cancellationToken);
        }
        catch (KlaviyoPermissionException)
        {
            return await AnswerAsync(step, attempt, LedgerAnswer.MissingScope, cancellationToken);
        }
        catch (KlaviyoUnavailableException)
        {
            return new(StepState.Uncertain, Attempt: attempt);
        }
        catch (KlaviyoException fault)
        {
            // Klaviyo answered that it does not take it: the next call is a new attempt.
            await AnswerAsync(step, attempt, LedgerAnswer.Unavailable, cancellationToken);
            return await KeyProbe.ResultOfAsync(step.Klaviyo, fault, attempt, cancellationToken);
        }
    }

    private async Task<StepResult> GiveUpAsync(StepAtHand step, StepLines lines, CancellationToken cancellationToken)
    {
        if (lines.Answer is { } answer)
            return new(StepState.Settled, answer, lines.Attempt);
        var attempt = Math.Max(1, lines.Attempt);
        await IntendAsync(step, attempt, cancellationToken);
        return await AnswerAsync(step, attempt, LedgerAnswer.Unavailable, cancellationToken);
    }

    private Task<bool> IntendAsync(StepAtHand step, int attempt, CancellationToken cancellationToken) =>
        book.IntendAsync(step.Work, step.Index, step.Profile.ProfileKey, step.Step, attempt, cancellationToken);

    private Task<StepResult> AnswerAsync(StepAtHand step, int attempt, LedgerAnswer answer, CancellationToken cancellationToken) =>
        book.AnswerAsync(step.Request, step.Work, step.Index, step.Profile.ProfileKey, step.Step, attempt, answer, cancellationToken);
}
