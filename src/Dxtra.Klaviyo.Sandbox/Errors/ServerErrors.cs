using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Errors;

/// <summary>The errors that are nobody's fault but the server's, and the one of haste.</summary>
internal static class ServerErrors
{
    public static ApiError Throttled(int retryAfterSeconds) => new(
        429,
        "throttled",
        "Request was throttled.",
        $"Request was throttled. Expected available in {retryAfterSeconds} second{(retryAfterSeconds == 1 ? "" : "s")}.")
    {
        Pointer = "/data",
        Links = new JsonObject { ["type"] = "https://developers.klaviyo.com/en/docs/rate_limits_and_error_handling" },
    };

    /// <summary>Wording guessed.</summary>
    public static ApiError Unavailable(int status) => new(status, "error", "A server error occurred.", "A server error occurred.");
}
