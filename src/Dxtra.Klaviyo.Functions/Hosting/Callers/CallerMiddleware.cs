using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>Lets a call through when its token is good, names the controller of the path and has the role that the operation needs.</summary>
internal sealed partial class CallerMiddleware(CallerGate gate, ILogger<CallerMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        switch (await gate.AdmitAsync(context.FunctionDefinition.Name, http))
        {
            case Admission.Open:
                await next(context);
                break;
            case Admission.Admitted { Caller: var caller }:
                caller.AttachTo(http);
                await next(context);
                break;
            case Admission.Refused { Problem: var problem }:
                Log.Refused(logger, context.FunctionDefinition.Name, problem.Type);
                if (problem.Status == StatusCodes.Status401Unauthorized)
                    http.Response.Headers.WWWAuthenticate = "Bearer";
                await problem.ExecuteAsync(http);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Function} refused: {Problem}")]
        public static partial void Refused(ILogger logger, string function, string problem);
    }
}
