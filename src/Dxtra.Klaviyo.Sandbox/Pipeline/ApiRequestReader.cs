using System.Text.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Specification;
using Microsoft.AspNetCore.Http.Features;

namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>Makes a checked call out of an HTTP request.</summary>
internal sealed class ApiRequestReader(ApiQueryReader queries, SandboxSettings settings)
{
    /// <exception cref="ApiErrorException">400 or 415.</exception>
    public async Task<ApiCall> ReadAsync(HttpContext context, Operation operation)
    {
        var request = context.Request;
        var query = queries.Read(request.Query, operation, settings.Filters);
        var links = new ApiLinks($"{request.Scheme}://{request.Host}", request.Path.ToUriComponent(), [.. request.Query]);
        var body = operation.Method is "POST" or "PATCH" || HasBody(request) ? await ReadBodyAsync(request) : null;
        return new ApiCall((string?)(context.GetRouteValue("id") ?? context.GetRouteValue("job_id")) ?? "", query, body, links, settings.Wire);
    }

    /// <summary>Some operations delete what their body names, others have none.</summary>
    private static bool HasBody(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true && request.ContentLength != 0;

    private static async Task<JsonObject> ReadBodyAsync(HttpRequest request)
    {
        var mediaType = request.ContentType?.Split(';')[0].Trim();
        if (mediaType is not ("application/vnd.api+json" or "application/json"))
            throw new ApiErrorException(RequestErrors.UnsupportedMediaType(mediaType ?? ""));
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject
                ?? throw new ApiErrorException(RequestErrors.InvalidBody("/data", "The request body must be a JSON object."));
        }
        catch (JsonException)
        {
            throw new ApiErrorException(RequestErrors.InvalidBody("/data", "The request body is not valid JSON."));
        }
    }
}
