using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dxtra.Functions.Embedded;

/// <summary>One HTTP function behind its routes.</summary>
internal sealed partial class HttpFunctionEndpoint(
    FunctionDescriptor function, HttpFunctionBinding binding, FunctionInvoker invoker, ILogger<HttpFunctionEndpoint> logger)
{
    /// <summary>Answers a request. An exception that leaves the function ends here, as a status without a body.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            await invoker.InvokeAsync(function, context => RunAsync((EmbeddedFunctionContext)context, http), http.RequestAborted, context =>
            {
                ((EmbeddedFunctionContext)context).HttpContext = http;
                http.RequestServices = context.InstanceServices;
            });
        }
        catch (Exception e) when ((e is OperationCanceledException or IOException) && http.RequestAborted.IsCancellationRequested)
        {
            Log.CallerGone(logger, function.Name);
        }
        catch (Exception e)
        {
            Fail(http, e);
        }
    }

    private async Task RunAsync(EmbeddedFunctionContext context, HttpContext http) =>
        context.Result = await invoker.CallAsync(function, context, await binding.BindAsync(http));

    private void Fail(HttpContext http, Exception e)
    {
        Log.Failed(logger, function.Name, e.GetType());
        Log.FailedWith(logger, e, function.Name);
        if (http.Response.HasStarted)
        {
            // A part of the answer is out: breaking the connection is the one way left to say that it is not whole.
            http.Abort();
            return;
        }

        http.Response.Clear();
        // A body over the limit, or one that breaks off, is the caller's doing, and Kestrel says which status it wants.
        http.Response.StatusCode = e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
    }

    /// <summary>Names types alone above Debug: the text of an exception may hold personal data.</summary>
    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Function {Function} failed with {ExceptionType}.")]
        public static partial void Failed(ILogger logger, string function, Type exceptionType);

        [LoggerMessage(LogLevel.Debug, "Function {Function} failed.")]
        public static partial void FailedWith(ILogger logger, Exception exception, string function);

        [LoggerMessage(LogLevel.Debug, "The caller of function {Function} went away.")]
        public static partial void CallerGone(ILogger logger, string function);
    }
}
