using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>
/// Answers a broken world with a problem document. Neither the answer nor the log repeats the exception's message,
/// which may quote a person; its type and stack say where to look.
/// </summary>
internal sealed partial class ProblemMiddleware(ILogger<ProblemMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: nobody is left to answer.
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            Log.Failed(logger, context.FunctionDefinition.Name, exception.GetType().FullName, exception.StackTrace);
            await Unexpected.ExecuteAsync(http);
        }
    }

    private static readonly Problem Unexpected = new(StatusCodes.Status500InternalServerError, ProblemTypes.Unexpected,
        "Something went wrong on our side.", "Nothing was lost. Try again, and quote the traceId if it happens again.");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Function} failed with {Exception}\n{Stack}")]
        public static partial void Failed(ILogger logger, string function, string? exception, string? stack);
    }
}
