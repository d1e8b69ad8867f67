using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>A JSON body that was read, or the problem that says why not.</summary>
internal readonly record struct RequestBody<T>(T? Value, Problem? Problem) where T : class;

/// <summary>Reads JSON bodies by hand: the host would answer a malformed one with an empty 500.</summary>
internal static class RequestBody
{
    /// <summary>Bodies of the contract are small; a larger one is a mistake.</summary>
    private const int MaximumBytes = 256 * 1024;

    private const string NotAnObject = "The body is not a valid JSON object.";

    /// <summary>Reads the body of <paramref name="request"/> as <typeparamref name="T"/>.</summary>
    public static async Task<RequestBody<T>> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken) where T : class
    {
        var body = await ReadBytesAsync(request, MaximumBytes, cancellationToken);
        return body.Value is { } bytes ? Parse<T>(bytes) : new(null, body.Problem);
    }

    /// <summary>Parses a body that was read.</summary>
    public static RequestBody<T> Parse<T>(byte[] body) where T : class
    {
        try
        {
            var value = JsonSerializer.Deserialize<T>(WithoutMark(body), Json.Options);
            return value is null ? new(null, Problem.Malformed("body", NotAnObject)) : new(value, null);
        }
        catch (JsonException exception)
        {
            return new(null, Malformed(exception));
        }
    }

    /// <summary>The whole body, when it has at most <paramref name="maximumBytes"/>.</summary>
    public static async Task<RequestBody<byte[]>> ReadBytesAsync(HttpRequest request, int maximumBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maximumBytes)
            return new(null, TooLarge(maximumBytes));
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > maximumBytes)
                return new(null, TooLarge(maximumBytes));
            await bytes.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return new(bytes.ToArray(), null);
    }

    /// <summary>Some write a byte order mark in front.</summary>
    private static ReadOnlySpan<byte> WithoutMark(byte[] body) => body is [0xEF, 0xBB, 0xBF, ..] ? body.AsSpan(3) : body;

    /// <summary>
    /// Names the field and never quotes the value: it may be a person's. Where the JSON itself is broken (the reader's exception
    /// is inside), the path may hold any name that the caller wrote, so it is not repeated.
    /// </summary>
    private static Problem Malformed(JsonException exception) =>
        exception is { Path: ['$', '.', ..] path, InnerException: not JsonException }
            ? Problem.Malformed(path[2..], $"The value of {path[2..]} is not of the type that this field has.")
            : Problem.Malformed("body", NotAnObject);

    private static Problem TooLarge(int maximumBytes) => new(StatusCodes.Status413PayloadTooLarge, ProblemTypes.InvalidInput,
        "The body is too large.", $"A body of this call has at most {maximumBytes / 1024} KiB.");
}
