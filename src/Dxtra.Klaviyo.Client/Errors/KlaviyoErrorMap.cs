using System.Net;

namespace Dxtra.Klaviyo.Client;

/// <summary>The one map from a response that is no success to an exception.</summary>
internal static class KlaviyoErrorMap
{
    /// <param name="operation">Klaviyo's name for what was asked.</param>
    /// <param name="response">Its status and headers.</param>
    /// <param name="error">Null when the body is not an error document of Klaviyo's.</param>
    /// <param name="now">To turn a date in <c>Retry-After</c> into a wait.</param>
    public static KlaviyoException Map(string operation, HttpResponseMessage response, KlaviyoError? error, DateTimeOffset now)
    {
        var failure = new KlaviyoFailure(operation, response.StatusCode, error?.Code, error?.Id);
        var wait = RetryAfter.Of(response, now);
        return (int)response.StatusCode switch
        {
            429 => new KlaviyoThrottledException(failure, wait),
            410 => new KlaviyoRevisionRetiredException(failure),
            408 or 502 or 503 or 504 or 524 => new KlaviyoUnavailableException(failure, KlaviyoUnavailableReason.GatewayError, wait),
            >= 500 => new KlaviyoUnavailableException(failure, KlaviyoUnavailableReason.ServerError, wait),
            < 400 => new KlaviyoUnavailableException(failure, KlaviyoUnavailableReason.Redirected),
            _ => error is null ? WithoutDocument(failure, response) : Refused(failure, error),
        };
    }

    /// <summary>
    /// Klaviyo explains its refusals. A bare 401 is still about the key; any other refusal without an explanation, and an HTML 401,
    /// comes from the network in front of it. Above all, such a 404 does not prove that something is gone.
    /// </summary>
    private static KlaviyoException WithoutDocument(KlaviyoFailure failure, HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Unauthorized && response.Content.Headers.ContentType?.MediaType != "text/html"
            ? new KlaviyoAuthenticationException(failure)
            : new KlaviyoUnavailableException(failure, KlaviyoUnavailableReason.Blocked);

    private static KlaviyoException Refused(KlaviyoFailure failure, KlaviyoError error) => failure.Status switch
    {
        HttpStatusCode.Unauthorized => new KlaviyoAuthenticationException(failure),
        HttpStatusCode.Forbidden => new KlaviyoPermissionException(failure, Problem(error)),
        HttpStatusCode.NotFound when Mentions(error, "revision") => new KlaviyoRevisionRetiredException(failure),
        HttpStatusCode.NotFound => new KlaviyoNotFoundException(failure),
        HttpStatusCode.Conflict => new KlaviyoConflictException(failure, error.DuplicateProfileId),
        _ => new KlaviyoInvalidRequestException(failure, error.Source),
    };

    private static KlaviyoPermissionProblem Problem(KlaviyoError error)
    {
        if (Mentions(error, "scope"))
            return KlaviyoPermissionProblem.MissingScope;
        return Mentions(error, "KDP") || Mentions(error, "enabled to use") || Mentions(error, "your plan")
            ? KlaviyoPermissionProblem.PlanLacksFeature
            : KlaviyoPermissionProblem.Unknown;
    }

    private static bool Mentions(KlaviyoError error, string word) =>
        error.Detail.Contains(word, StringComparison.OrdinalIgnoreCase) || error.Title.Contains(word, StringComparison.OrdinalIgnoreCase);
}
