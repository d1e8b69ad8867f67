using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Functions.Embedded;

/// <summary>Runs functions for every trigger: a scope and a context per run, the worker middleware around it, the call itself.</summary>
internal sealed class FunctionInvoker(IServiceScopeFactory scopes, MiddlewarePipeline middleware)
{
    private readonly FunctionExecutionDelegate _pipeline = middleware.Build(context => ((EmbeddedFunctionContext)context).Body(context));
    private readonly ConcurrentDictionary<MethodInfo, CompiledFunction> _compiled = [];

    /// <summary>
    /// Runs the middleware pipeline with <paramref name="body"/> at its inner end, in a scope of its own.
    /// <paramref name="prepare"/> fills the context before the first middleware sees it.
    /// </summary>
    public async Task InvokeAsync(
        FunctionDescriptor function, Func<FunctionContext, Task> body, CancellationToken ct, Action<FunctionContext>? prepare = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = new EmbeddedFunctionContext(Compiled(function).Definition, scope.ServiceProvider, body, ct);
        prepare?.Invoke(context);
        await _pipeline(context);
    }

    /// <summary>Calls the method and awaits it; the result is null for a method that has none. Its exceptions surface as they are.</summary>
    public Task<object?> CallAsync(FunctionDescriptor function, FunctionContext context, Func<ParameterInfo, object?> bind) =>
        Compiled(function).AwaitAsync(Call(function, context, bind));

    /// <summary>Calls the method on the caller's thread and gives back what it returned, be it a task, without awaiting it.</summary>
    public object? Call(FunctionDescriptor function, FunctionContext context, Func<ParameterInfo, object?> bind)
    {
        var compiled = Compiled(function);
        var arguments = Array.ConvertAll(compiled.Parameters, parameter => Bind(parameter, context, bind));
        return compiled.Call(context.InstanceServices, arguments);
    }

    /// <summary>Whether the invoker fills <paramref name="parameter"/> by itself, whatever the trigger.</summary>
    public static bool Binds(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(FunctionContext)
        || parameter.ParameterType == typeof(CancellationToken)
        || parameter.IsDefined(typeof(DurableClientAttribute), inherit: false);

    private static object? Bind(ParameterInfo parameter, FunctionContext context, Func<ParameterInfo, object?> bind)
    {
        var type = parameter.ParameterType;
        if (type == typeof(FunctionContext))
            return context;
        if (type == typeof(CancellationToken))
            return context.CancellationToken;
        if (parameter.IsDefined(typeof(DurableClientAttribute), inherit: false))
            return context.InstanceServices.GetRequiredService(type);

        var value = bind(parameter);
        return value is null && type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : value;
    }

    private CompiledFunction Compiled(FunctionDescriptor function) =>
        _compiled.GetOrAdd(function.Method, static (_, described) => new CompiledFunction(described), function);
}
