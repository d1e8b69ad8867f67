using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>How a step is carried out at Klaviyo; each kind of step has its own.</summary>
internal interface IErasureAct
{
    IReadOnlyList<ErasureStep> Steps { get; }

    /// <summary>Why there is nothing to call; null when there is. Reads only.</summary>
    Task<LedgerAnswer?> GuardAsync(StepAtHand step, CancellationToken cancellationToken);

    /// <summary>Whether an earlier call has had its effect: the answer that it would have had, or null. Reads only.</summary>
    Task<LedgerAnswer?> FindEffectAsync(StepAtHand step, CancellationToken cancellationToken);

    /// <summary>Makes the call.</summary>
    Task<LedgerAnswer> CallAsync(StepAtHand step, CancellationToken cancellationToken);
}
