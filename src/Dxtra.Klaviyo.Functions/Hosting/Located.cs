using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>Answers that say where the thing is that the call made: 201 when it is there, 202 when work on it goes on; or that found it, 200.</summary>
internal static class Located
{
    /// <summary><paramref name="path"/> is below the route prefix and not yet escaped.</summary>
    public static IResult Created<T>(string path, T value) => new Answer<T>(StatusCodes.Status201Created, path, value);

    /// <inheritdoc cref="Created"/>
    public static IResult Accepted<T>(string path, T value) => new Answer<T>(StatusCodes.Status202Accepted, path, value);

    /// <summary>200: it is there already.</summary>
    public static IResult Existing<T>(string path, T value) => new Answer<T>(StatusCodes.Status200OK, path, value);

    private sealed class Answer<T>(int status, string path, T value) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.Headers.Location = $"/api/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";
            await httpContext.Response.WriteAsJsonAsync(value, Json.Options, httpContext.RequestAborted);
        }
    }
}
