using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Errors;

/// <summary>The errors of the <c>revision</c> header. Klaviyo documents when they come, not how they read.</summary>
internal static class RevisionErrors
{
    private const string Gone = "The requested resource is no longer available.";

    public static ApiError Missing { get; } = new(400, "invalid", "Invalid input.", "The revision header is required.");

    /// <summary>The detail was seen for an operation that the revision sent does not have.</summary>
    public static ApiError Unknown { get; } = new(404, "not_found", "Not found.", "No valid revisions found for method");

    public static ApiError Retired { get; } = new(410, "gone", "Gone.", "The revision sent has been retired.");

    public static ApiError OldApi { get; } = new(410, "gone", "Gone.", Gone)
    {
        Links = new JsonObject { ["about"] = "https://developers.klaviyo.com/en/docs/migration_faq_v1v2_api_retirement" },
    };
}
