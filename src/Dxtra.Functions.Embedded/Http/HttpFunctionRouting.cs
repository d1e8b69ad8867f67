using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dxtra.Functions.Embedded;

/// <summary>Puts the HTTP functions on their routes, below the prefix of host.json.</summary>
internal static class HttpFunctionRouting
{
    private const string PrefixKey = $"{FunctionsFiles.HostSection}:extensions:http:routePrefix";

    public static void MapHttpFunctions(this WebApplication app, IEnumerable<FunctionDescriptor> functions)
    {
        app.UseRouting();
        app.Use(LetFunctionsAloneAnswer);
        var invoker = app.Services.GetRequiredService<FunctionInvoker>();
        var logger = app.Services.GetRequiredService<ILogger<HttpFunctionEndpoint>>();
        foreach (var function in functions)
        {
            var trigger = (HttpTriggerAttribute)function.Trigger;
            var route = RoutePatternFactory.Parse($"{app.Configuration[PrefixKey] ?? "api"}/{trigger.Route ?? function.Name}");
            var endpoint = new HttpFunctionEndpoint(function, new HttpFunctionBinding(function, route), invoker, logger);
            app.Map(route, (RequestDelegate)endpoint.HandleAsync)
                .WithDisplayName(function.Name)
                .WithMetadata(function, new HttpMethodMetadata(trigger.Methods ?? []));
        }
    }

    /// <summary>Routing answers 405 by an endpoint of its own when a route is known and the method is not; the official host says 404.</summary>
    private static Task LetFunctionsAloneAnswer(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<FunctionDescriptor>() is null)
            http.SetEndpoint(null);
        return next(http);
    }
}
