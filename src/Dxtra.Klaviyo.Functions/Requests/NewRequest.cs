namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A call that makes a request.</summary>
/// <param name="Controller">For whom it acts.</param>
/// <param name="ProcessorId">The Klaviyo account that the request is about.</param>
/// <param name="Body">As it came; what makes a repeat with the same key the same.</param>
/// <param name="Actor">The token subject.</param>
/// <param name="IdempotencyKey">The caller's <c>Idempotency-Key</c>; null when there is none.</param>
internal sealed record NewRequest<T>(string Controller, string ProcessorId, T Body, string Actor, string? IdempotencyKey) where T : notnull;
