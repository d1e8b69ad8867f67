namespace Dxtra.Klaviyo.Functions.Access;

internal sealed record RequestAccessCommand(
    string Controller, string ProcessorId, AccessRequestBody Body, string Actor, string? IdempotencyKey);
