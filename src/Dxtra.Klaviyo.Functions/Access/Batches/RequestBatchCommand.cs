namespace Dxtra.Klaviyo.Functions.Access;

/// <param name="Controller">Whose call it is.</param>
/// <param name="ProcessorId">The account.</param>
/// <param name="Input">The batch as it was read.</param>
/// <param name="Fingerprint">What a repeated call has in common with the first.</param>
/// <param name="NameOf">The fields as the caller names them.</param>
/// <param name="Actor">Who calls.</param>
/// <param name="IdempotencyKey">The caller's key.</param>
internal sealed record RequestBatchCommand(
    string Controller, string ProcessorId, BatchInput Input, string Fingerprint, Func<string, string> NameOf, string Actor, string? IdempotencyKey);
