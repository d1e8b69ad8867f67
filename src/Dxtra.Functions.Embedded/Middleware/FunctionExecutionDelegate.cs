namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A step of the worker's pipeline: a middleware, or the function at its end.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
