namespace Dxtra.Klaviyo.Sandbox.Errors;

/// <summary>The errors of who may call what. Texts marked as guessed stand in the README too.</summary>
internal static class AccessErrors
{
    private const string Incorrect = "Incorrect authentication credentials.";
    private const string Forbidden = "You do not have permission to perform this action.";

    public static ApiError NotAuthenticated { get; } = new(
        401,
        "not_authenticated",
        "Authentication credentials were not provided.",
        "Missing or invalid authorization scheme. Please use Klaviyo-API-Key.");

    /// <summary>Recorded with a bogus credential. That a revoked key gets the same is a guess.</summary>
    public static ApiError AuthenticationFailed { get; } = new(401, "authentication_failed", Incorrect, Incorrect);

    /// <summary>What one operation alone answered to valid keys during an incident.</summary>
    public static ApiError Incident { get; } = new(401, "authentication_failed", Incorrect, "Missing or invalid authorization");

    /// <summary>Code and title as with every 403; the detail is a guess.</summary>
    public static ApiError MissingScope { get; } = new(403, "permission_denied", Forbidden, Forbidden);

    public static ApiError MissingPlan { get; } =
        new(403, "permission_denied", Forbidden, "You must have Advanced KDP enabled to use this endpoint.");
}
