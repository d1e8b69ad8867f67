using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The functions of the app as their attributes declare them.</summary>
internal static class AppFunctions
{
    public static IReadOnlyList<AppFunction> All { get; } =
    [
        .. from type in typeof(Registration).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           where method.IsDefined(typeof(FunctionAttribute))
           let function = new AppFunction(method.GetCustomAttribute<FunctionAttribute>()!.Name, method)
           orderby function.Trigger, function.Name
           select function,
    ];

    public static IEnumerable<AppFunction> With<TTrigger>() where TTrigger : TriggerBindingAttribute =>
        All.Where(function => function.TriggerParameter.IsDefined(typeof(TTrigger)));
}

internal sealed record AppFunction(string Name, MethodInfo Method)
{
    public ParameterInfo TriggerParameter => Method.GetParameters().Single(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute)));

    /// <summary><c>Http</c>, <c>Timer</c>, <c>Orchestration</c> or <c>Activity</c>.</summary>
    public string Trigger => TriggerParameter.GetCustomAttribute<TriggerBindingAttribute>()!.GetType().Name.Replace("TriggerAttribute", "", StringComparison.Ordinal);

    public Type Class => Method.DeclaringType!;
}
