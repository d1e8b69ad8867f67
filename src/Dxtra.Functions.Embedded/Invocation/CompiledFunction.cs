using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Functions.Embedded;

/// <summary>A function's method as delegates made once, so that a call costs no reflection and exceptions come out unwrapped.</summary>
internal sealed class CompiledFunction
{
    private static readonly MethodInfo UnwrapTask = typeof(CompiledFunction).GetMethod(nameof(ResultOfAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly ObjectFactory? _create;
    private readonly Func<object?, object?[], object?> _call;
    private readonly Func<object, Task<object?>>? _resultOf;

    public CompiledFunction(FunctionDescriptor function)
    {
        var method = function.Method;
        Definition = new EmbeddedFunctionDefinition(function);
        Parameters = method.GetParameters();
        _create = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, []);
        _call = CompileCall(method);
        _resultOf = CompileResult(method.ReturnType);
    }

    public FunctionDefinition Definition { get; }

    public ParameterInfo[] Parameters { get; }

    public object? Call(IServiceProvider services, object?[] arguments) =>
        _call(_create?.Invoke(services, null), arguments);

    /// <summary>Awaits what <see cref="Call"/> returned; null for a method without a result.</summary>
    public async Task<object?> AwaitAsync(object? returned)
    {
        if (_resultOf is not null && returned is not null)
            return await _resultOf(returned);
        if (returned is ValueTask valueTask)
            await valueTask;
        else if (returned is Task task)
            await task;
        else
            return returned;
        return null;
    }

    private static Func<object?, object?[], object?> CompileCall(MethodInfo method)
    {
        var instance = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object[]));
        var call = Expression.Call(
            method.IsStatic ? null : Expression.Convert(instance, method.DeclaringType!),
            method,
            method.GetParameters().Select((parameter, i) =>
                Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(i)), parameter.ParameterType)));
        Expression body = method.ReturnType == typeof(void)
            ? Expression.Block(call, Expression.Constant(null))
            : Expression.Convert(call, typeof(object));
        return Expression.Lambda<Func<object?, object?[], object?>>(body, instance, arguments).Compile();
    }

    private static Func<object, Task<object?>>? CompileResult(Type returned)
    {
        if (!returned.IsGenericType)
            return null;
        var shape = returned.GetGenericTypeDefinition();
        if (shape != typeof(Task<>) && shape != typeof(ValueTask<>))
            return null;

        var value = Expression.Parameter(typeof(object));
        Expression task = Expression.Convert(value, returned);
        if (shape == typeof(ValueTask<>))
            task = Expression.Call(task, nameof(ValueTask<>.AsTask), null);
        var unwrap = UnwrapTask.MakeGenericMethod(returned.GetGenericArguments());
        return Expression.Lambda<Func<object, Task<object?>>>(Expression.Call(unwrap, task), value).Compile();
    }

    private static async Task<object?> ResultOfAsync<T>(Task<T> task) => await task;
}
