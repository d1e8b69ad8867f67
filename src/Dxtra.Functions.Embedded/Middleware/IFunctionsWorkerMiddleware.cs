namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Stands around every function, whatever its trigger. One instance serves the whole process.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Runs around one invocation; a middleware that does not call <paramref name="next"/> answers in the function's place.</summary>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
