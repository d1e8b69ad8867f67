using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

internal static class RequestProblems
{
    public static Problem NotFound { get; } =
        Problem.NotFound(ProblemTypes.RequestNotFound, "id", "This controller has no request with this id.");

    public static Problem NotNow(string what, RequestStatus status) => Problem.Conflict(ProblemTypes.RequestNotInState,
        $"The request cannot be {what} now.", $"It is {char.ToLowerInvariant(status.ToString()[0])}{status.ToString()[1..]}.");

    public static Problem NoExtension(ExtensionRefusal reason) => Problem.Conflict(ProblemTypes.ExtensionNotPermitted,
        "The deadline cannot be extended.",
        reason switch
        {
            ExtensionRefusal.AlreadyExtended => "It was extended before, and the law permits it once.",
            ExtensionRefusal.TooLate => "It has passed: the person must be told of an extension before it.",
            _ => "The law of this request knows no extension.",
        });

    public static Problem RetentionEnded { get; } = Problem.Conflict(ProblemTypes.RetentionEnded,
        "The request's retention has ended.", "Whom it was about is no longer known here. When the person asks again, make another request.");

    public static Problem IdempotencyKeyReused { get; } = Problem.Conflict(ProblemTypes.IdempotencyKeyReused,
        "The idempotency key was used before.", "An earlier call with this Idempotency-Key had another body. Use a new key for a new request.");
}
