namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <param name="At">When it began.</param>
/// <param name="Status">What the receiver answered; null for no answer.</param>
/// <param name="Problem">Why there was no answer: <c>timeout</c>, <c>connection</c>, <c>notThisMachine</c>.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record DeliveryAttempt(DateTimeOffset At, int? Status, string? Problem, double Milliseconds);
