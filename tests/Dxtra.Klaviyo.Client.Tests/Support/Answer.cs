using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Client.Tests;

/// <summary>What a <see cref="StandIn"/> can be told to answer.</summary>
internal static class Answer
{
    public const string JsonApi = "application/vnd.api+json";

    public static RequestDelegate Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public static RequestDelegate Text(string body, int status = 200, string contentType = JsonApi) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    };

    /// <summary>A file under <c>Examples</c>.</summary>
    public static RequestDelegate Example(string file, int status = 200) => Text(Examples.Read(file), status);

    public static RequestDelegate Page(string items = "", string? next = null)
    {
        var link = next is null ? "null" : $"\"{next}\"";
        return Text($$"""{ "data": [{{items}}], "links": { "self": "x", "next": {{link}} } }""");
    }

    public static RequestDelegate Html(int status) => Text("<html><body>Attention required</body></html>", status, "text/html");

    public static RequestDelegate Compressed(string body) => async context =>
    {
        using var bytes = new MemoryStream();
        await using (var zip = new GZipStream(bytes, CompressionMode.Compress))
            await zip.WriteAsync(Encoding.UTF8.GetBytes(body));
        context.Response.Headers.ContentEncoding = "gzip";
        await context.Response.Body.WriteAsync(bytes.ToArray());
    };

    public static RequestDelegate Throttled(string? retryAfter) => context =>
    {
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return Example("errors/429.json", 429)(context);
    };

    public static RequestDelegate Redirect(int status, Uri location) => context =>
    {
        context.Response.Headers.Location = location.AbsoluteUri;
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    /// <summary>The connection is closed without an answer.</summary>
    public static RequestDelegate HangUp() => context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Announces more than it sends and closes the connection.</summary>
    public static RequestDelegate CutOff(string body) => async context =>
    {
        context.Response.ContentType = JsonApi;
        context.Response.ContentLength = body.Length + 100;
        await context.Response.WriteAsync(body);
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>Says nothing until the caller goes away, and reports that the request has come.</summary>
    public static RequestDelegate Silence(TaskCompletionSource arrived) => async context =>
    {
        arrived.TrySetResult();
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    };
}
