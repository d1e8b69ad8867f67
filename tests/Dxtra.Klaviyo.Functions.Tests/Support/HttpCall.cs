using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Requests made by hand, and results written out.</summary>
internal static class HttpCall
{
    public static HttpContext Context() => new DefaultHttpContext
    {
        RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
        Response = { Body = new MemoryStream() },
    };

    public static HttpRequest WithBody(string text)
    {
        var request = Context().Request;
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return request;
    }

    public static async Task<HttpResponse> WriteAsync(this IResult result)
    {
        var context = Context();
        await result.ExecuteAsync(context);
        return context.Response;
    }

    public static string Text(this HttpResponse response) => Encoding.UTF8.GetString(((MemoryStream)response.Body).ToArray());

    public static JsonNode Json(this HttpResponse response) => JsonNode.Parse(response.Text())!;
}
