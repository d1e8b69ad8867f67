using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

internal static class RequestProblems
{
    public static Problem NotFound { get; } =
        Problem.NotFound(ProblemTypes.RequestNotFound, "id", "This controller has no request with this id.");

    public static Problem IdempotencyKeyReused { get; } = Problem.Conflict(ProblemTypes.IdempotencyKeyReused,
        "The idempotency key was used before.", "An earlier call with this Idempotency-Key had another body. Use a new key for a new request.");
}
