using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Consent;

internal static class OutwardProblems
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public static Problem NotFound { get; } =
        Problem.NotFound(ProblemTypes.ConsentOrderNotFound, "id", "This processor has no consent order with this id.");

    /// <summary>When Klaviyo could not be asked while the caller waits.</summary>
    public static Problem Of(KlaviyoException fault) => fault switch
    {
        KlaviyoAuthenticationException => new(StatusCodes.Status409Conflict, ProblemTypes.AuthenticationFailed,
            "Klaviyo does not accept the key.", "Set a new key for this processor."),
        KlaviyoPermissionException => new(StatusCodes.Status409Conflict, ProblemTypes.MissingScope,
            "The key may not see this.", "It needs profiles:read, and lists:read where a list is named."),
        KlaviyoThrottledException throttled => NotNow(ProblemTypes.Throttled, "Klaviyo asks for patience.", throttled.RetryAfter ?? Pause),
        _ => NotNow(ProblemTypes.Unavailable, "Klaviyo cannot be reached.", Pause),
    };

    private static Problem NotNow(string type, string title, TimeSpan wait) =>
        new(StatusCodes.Status503ServiceUnavailable, type, title, "Try again later.") { RetryAfter = wait };
}
