using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Has a profile deleted, by id.</summary>
internal sealed class DeleteProfile : IErasureAct
{
    public IReadOnlyList<ErasureStep> Steps { get; } = [ErasureStep.Delete];

    public Task<LedgerAnswer?> GuardAsync(StepAtHand step, CancellationToken cancellationToken) => Task.FromResult<LedgerAnswer?>(null);

    /// <summary>Gone after an intent of ours: that was ours to ask for, so it counts as taken.</summary>
    public async Task<LedgerAnswer?> FindEffectAsync(StepAtHand step, CancellationToken cancellationToken) =>
        await step.Klaviyo.Profiles.FindByIdAsync(step.Profile.Identity.Id, cancellationToken: cancellationToken) is null ? LedgerAnswer.Accepted : null;

    public async Task<LedgerAnswer> CallAsync(StepAtHand step, CancellationToken cancellationToken) =>
        await step.Klaviyo.DataPrivacy.RequestDeletionAsync(step.Profile.Identity.Id, cancellationToken) == DeletionAnswer.AlreadyGone
            ? LedgerAnswer.AlreadyGone
            : LedgerAnswer.Accepted;
}
