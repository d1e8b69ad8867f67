using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Ends a membership, by ids. Consent stays as it is: see the client's documentation of the call.</summary>
internal sealed class LeaveList : IErasureAct
{
    public IReadOnlyList<ErasureStep> Steps { get; } = [ErasureStep.LeaveList];

    public Task<LedgerAnswer?> GuardAsync(StepAtHand step, CancellationToken cancellationToken) => Task.FromResult<LedgerAnswer?>(null);

    public async Task<LedgerAnswer?> FindEffectAsync(StepAtHand step, CancellationToken cancellationToken) =>
        await IsOnItAsync(step, cancellationToken) ? null : LedgerAnswer.Done;

    public async Task<LedgerAnswer> CallAsync(StepAtHand step, CancellationToken cancellationToken)
    {
        try
        {
            await step.Klaviyo.Lists.RemoveMembersAsync(step.Step.Target!, [step.Profile.Identity.Id], cancellationToken);
            return LedgerAnswer.Done;
        }
        catch (KlaviyoNotFoundException)
        {
            // The list is gone, or the person: either way there is no membership.
            return LedgerAnswer.NothingToDo;
        }
    }

    private static async Task<bool> IsOnItAsync(StepAtHand step, CancellationToken cancellationToken)
    {
        try
        {
            return await step.Klaviyo.Profiles.GetListsAsync(step.Profile.Identity.Id, cancellationToken).ItemsAsync(cancellationToken)
                .AnyAsync(list => list.Id == step.Step.Target, cancellationToken);
        }
        catch (KlaviyoNotFoundException)
        {
            return false;
        }
    }
}
