using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dxtra.Klaviyo.Sandbox.Errors;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>JSON of the control interface: camelCase, indented for people who read it in a terminal.</summary>
internal static class ControlJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IResult Ok(object value) => Results.Json(value, Options);

    public static IResult Created(object value) => Results.Json(value, Options, statusCode: StatusCodes.Status201Created);

    public static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);

    public static IResult OrNotFound(object? value, string what = "person") =>
        value is null ? Problem(StatusCodes.Status404NotFound, $"There is no such {what}.") : Ok(value);

    /// <returns>What <paramref name="use"/> makes of the body; 400 with the reason when it cannot be read or makes no sense.</returns>
    public static async Task<IResult> ReadAsync<T>(HttpRequest request, Func<T, IResult> use)
        where T : class
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(request.Body, Options, request.HttpContext.RequestAborted);
            return body is null ? Problem(StatusCodes.Status400BadRequest, "A JSON object is required.") : use(body);
        }
        catch (ApiErrorException exception)
        {
            return Problem(exception.Error.Status, exception.Error.Detail);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return Problem(StatusCodes.Status400BadRequest, exception.Message);
        }
    }
}
