using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>An error answer as RFC 9457 <c>application/problem+json</c>. Its texts are ours and name no person and no key.</summary>
internal sealed record Problem(int Status, string Type, string Title, string Detail) : IResult
{
    /// <summary>For bad input: what is wrong, by the field's name as the caller wrote it.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Sent as <c>Retry-After</c> in whole seconds.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>422: the body was read, but a field cannot be accepted.</summary>
    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new(StatusCodes.Status422UnprocessableEntity, ProblemTypes.InvalidInput, "The request has invalid fields.",
            "See errors for what is wrong with each field.")
        {
            Errors = errors,
        };

    /// <summary>400: the request cannot be read.</summary>
    public static Problem Malformed(string field, string text) =>
        new(StatusCodes.Status400BadRequest, ProblemTypes.InvalidInput, "The request cannot be read.", text)
        {
            Errors = new Dictionary<string, string[]> { [field] = [text] },
        };

    /// <summary>404 for a thing named by a route value or field.</summary>
    public static Problem NotFound(string type, string field, string text) =>
        new(StatusCodes.Status404NotFound, type, "Not found.", text)
        {
            Errors = new Dictionary<string, string[]> { [field] = [text] },
        };

    /// <summary>409: the thing exists but is not in a state that allows the call.</summary>
    public static Problem Conflict(string type, string title, string detail) =>
        new(StatusCodes.Status409Conflict, type, title, detail);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        if (RetryAfter is { } wait)
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0");
        var body = new Body(Type, Title, Status, Detail, System.Diagnostics.Activity.Current?.TraceId.ToHexString() ?? httpContext.TraceIdentifier, Errors);
        await httpContext.Response.WriteAsJsonAsync(body, BodyJson, "application/problem+json", httpContext.RequestAborted);
    }

    private static readonly JsonSerializerOptions BodyJson = new(Json.Options)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private sealed record Body(string Type, string Title, int Status, string Detail, string TraceId, IReadOnlyDictionary<string, string[]>? Errors);
}
