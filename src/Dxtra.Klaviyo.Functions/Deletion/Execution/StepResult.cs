namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What a try of a step came to.</summary>
/// <param name="State">How it ended.</param>
/// <param name="Answer">What the ledger has; null while it has none.</param>
/// <param name="Attempt">The latest attempt that the ledger has.</param>
/// <param name="Seconds">How long Klaviyo asks to wait; null when it does not.</param>
internal sealed record StepResult(StepState State, LedgerAnswer? Answer = null, int Attempt = 0, int? Seconds = null);
