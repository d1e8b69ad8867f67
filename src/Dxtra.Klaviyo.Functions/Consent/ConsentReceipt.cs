namespace Dxtra.Klaviyo.Functions.Consent;

/// <param name="Recorded">New lines of the ledger.</param>
/// <param name="Known">Had come before, by any way.</param>
/// <param name="Erased">About erased people: gone to the re-appearance watch, no new record.</param>
internal sealed record ConsentReceipt(int Recorded, int Known, int Erased);
