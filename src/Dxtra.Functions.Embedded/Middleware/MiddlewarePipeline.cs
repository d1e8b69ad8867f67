using Microsoft.Azure.Functions.Worker.Middleware;

namespace Dxtra.Functions.Embedded;

/// <summary>Collects the worker middleware while the app is being configured; the first one added is the outermost.</summary>
internal sealed class MiddlewarePipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

    public void Add(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => _middleware.Add(middleware);

    public FunctionExecutionDelegate Build(FunctionExecutionDelegate innermost) =>
        Enumerable.Reverse(_middleware).Aggregate(innermost, (next, middleware) => middleware(next));
}
