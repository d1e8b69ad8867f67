using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Dxtra.Functions.Embedded;

/// <summary>
/// The middleware that turns a worker invocation into an HTTP one: those inside it see the HTTP context, and the function's result
/// is written when they are all through, still within the invocation's scope.
/// </summary>
internal static partial class HttpPipelineStep
{
    public static FunctionExecutionDelegate Around(FunctionExecutionDelegate next) => async context =>
    {
        if (context is not EmbeddedFunctionContext { HttpContext: { } http } invocation)
        {
            await next(context);
            return;
        }

        context.Items[FunctionContextExtensions.HttpContextKey] = http;
        await next(context);
        await WriteAsync(invocation, http);
    };

    private static Task WriteAsync(EmbeddedFunctionContext invocation, HttpContext http)
    {
        switch (invocation.Result)
        {
            case IActionResult result:
                return result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
            case IResult result:
                return result.ExecuteAsync(http);
            case { } other:
                // As on the official host: nothing but these two is ever written.
                Log.NotAResult(invocation.GetLogger(typeof(HttpPipelineStep).FullName!), invocation.FunctionDefinition.Name, other.GetType());
                return Task.CompletedTask;
            default:
                return Task.CompletedTask;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Function {Function} returned a {Type}, which is neither IActionResult nor IResult; its response stays empty.")]
        public static partial void NotAResult(ILogger logger, string function, Type type);
    }
}
