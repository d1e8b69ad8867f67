using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>Puts every operation of the catalogue on its route; with and without a slash at the end, as routing sees no difference.</summary>
internal static class ApiEndpoints
{
    public static void Map(WebApplication app)
    {
        var catalog = app.Services.GetRequiredService<OperationCatalog>();
        var pipeline = app.Services.GetRequiredService<ApiPipeline>();
        foreach (var (id, handler) in app.Services.GetServices<IResource>().SelectMany(resource => resource.Operations))
        {
            var operation = catalog[id];
            app.MapMethods(operation.Route, [operation.Method], context => pipeline.HandleAsync(context, operation, handler));
        }

        app.MapFallback("/api/{**rest}", context => RefuseAsync(context, app.Services.GetRequiredService<RequestLog>()));
    }

    private static async Task RefuseAsync(HttpContext context, RequestLog log)
    {
        var isOld = context.Request.Path.StartsWithSegments("/api/v1") || context.Request.Path.StartsWithSegments("/api/v2");
        var error = isOld ? RevisionErrors.OldApi : RequestErrors.NoSuchRoute;
        log.Add("unknown", error.Status, TimeSpan.Zero, fault: null);
        await ApiResponseWriter.WriteAsync(context.Response, error.Status, error.ToDocument(), ApiResponseWriter.WholeAsync);
    }
}
