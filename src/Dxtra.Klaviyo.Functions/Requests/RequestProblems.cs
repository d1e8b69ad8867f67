using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

internal static class RequestProblems
{
    public static Problem NotFound { get; } =
        Problem.NotFound(ProblemTypes.RequestNotFound, "id", "This controller has no request with this id.");

    public static Problem NotNow(string what, RequestStatus status) => Problem.Conflict(ProblemTypes.RequestNotInState,
        $"The request cannot be {what} now.", $"It is {char.ToLowerInvariant(status.ToString()[0])}{status.ToString()[1..]}.");

    public static Problem IdempotencyKeyReused { get; } = Problem.Conflict(ProblemTypes.IdempotencyKeyReused,
        "The idempotency key was used before.", "An earlier call with this Idempotency-Key had another body. Use a new key for a new request.");
}
