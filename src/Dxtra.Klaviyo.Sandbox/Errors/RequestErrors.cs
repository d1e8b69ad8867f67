using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Errors;

/// <summary>The errors of what was asked.</summary>
internal static class RequestErrors
{
    private const string InvalidTitle = "Invalid input.";

    public static ApiError InvalidFilter { get; } = Invalid("Invalid filter provided.") with { Parameter = "filter" };

    public static ApiError InvalidCursor { get; } = Invalid("Invalid cursor provided.");

    /// <summary>Wording guessed, except that code and title are those of every invalid input.</summary>
    public static ApiError UnknownParameter(string name) =>
        Invalid($"'{name}' is not a valid parameter for this resource.") with { Parameter = name };

    public static ApiError InvalidInclude(string value) =>
        Invalid($"'{value}' is not an allowed include parameter for this resource.") with { Parameter = "include" };

    /// <summary>Wording guessed.</summary>
    public static ApiError InvalidParameter(string name, string detail) => Invalid(detail) with { Parameter = name };

    /// <summary>Wording guessed.</summary>
    public static ApiError InvalidBody(string pointer, string detail) => Invalid(detail) with { Pointer = pointer };

    /// <param name="kind">The singular of the resource: <c>profile</c>.</param>
    /// <param name="id">The id that was asked for.</param>
    public static ApiError NotFound(string kind, string id) => new(404, "not_found", "Not found.", $"A {kind} with id {id} does not exist.");

    /// <summary>Two spaces and the identifier in clear, as recorded for an e-mail address; that the other identifiers read so too is a guess.</summary>
    public static ApiError NobodyToDelete(string kind, string value) =>
        new(404, "not_found", "Not found.", $"No profile with {kind} \"{value}\" found.  The profile may have already been deleted.");

    /// <summary>Wording guessed.</summary>
    public static ApiError NoSuchRoute { get; } = new(404, "not_found", "Not found.", "The requested endpoint does not exist.");

    public static ApiError DuplicateProfile(string existingId) =>
        new(409, "duplicate_profile", "Conflict.", "A profile already exists with one of these identifiers.")
        {
            Pointer = "/data/attributes",
            Meta = new JsonObject { ["duplicate_profile_id"] = existingId },
        };

    public static ApiError UnsupportedMediaType(string contentType) =>
        new(415, "unsupported_media_type", "Unsupported media type.", $"Unsupported media type \"{contentType}\" in request.");

    private static ApiError Invalid(string detail) => new(400, "invalid", InvalidTitle, detail);
}
