using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Dxtra.Functions.Embedded;

/// <summary>All functions of the app, found by their attributes. A function that could never run is an error here, at start.</summary>
internal sealed class FunctionCatalog
{
    private const BindingFlags AllDeclared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private readonly Dictionary<string, FunctionDescriptor> _byName = new(StringComparer.OrdinalIgnoreCase);

    private FunctionCatalog(IEnumerable<Type> types)
    {
        foreach (var method in types.SelectMany(type => type.GetMethods(AllDeclared)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { } function)
                Add(Describe(function.Name, method));
        }
    }

    public IReadOnlyCollection<FunctionDescriptor> Functions => _byName.Values;

    public static FunctionCatalog FromAssembly(Assembly assembly) => new(assembly.GetTypes());

    public static FunctionCatalog FromTypes(params Type[] types) => new(types);

    public FunctionDescriptor? Find(TriggerKind kind, string name) =>
        _byName.TryGetValue(name, out var function) && function.Kind == kind ? function : null;

    private void Add(FunctionDescriptor function)
    {
        if (!_byName.TryAdd(function.Name, function))
        {
            throw new InvalidOperationException(
                $"Two functions are named '{function.Name}' (case does not count): "
                + $"{Where(_byName[function.Name].Method)} and {Where(function.Method)}.");
        }
    }

    private static FunctionDescriptor Describe(string name, MethodInfo method)
    {
        if (!method.IsPublic)
            throw new InvalidOperationException($"Function '{name}': its method {Where(method)} must be public.");
        if (method.ContainsGenericParameters || method.DeclaringType is { IsAbstract: true, IsSealed: false })
            throw new InvalidOperationException($"Function '{name}': {Where(method)} is generic or its class abstract, so it cannot be called.");

        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Attribute: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(pair => pair.Attribute is not null)
            .ToList();
        return triggers is [({ } parameter, { } trigger)]
            ? new FunctionDescriptor(name, KindOf(trigger), method, parameter, trigger)
            : throw new InvalidOperationException(
                $"Function '{name}': {Where(method)} has {triggers.Count} parameters with a trigger attribute; it must have exactly one.");
    }

    private static TriggerKind KindOf(TriggerBindingAttribute trigger) => trigger switch
    {
        HttpTriggerAttribute => TriggerKind.Http,
        TimerTriggerAttribute => TriggerKind.Timer,
        OrchestrationTriggerAttribute => TriggerKind.Orchestration,
        ActivityTriggerAttribute => TriggerKind.Activity,
        _ => throw new InvalidOperationException($"The embedded runtime has no trigger {trigger.GetType().Name}."),
    };

    private static string Where(MethodInfo method) => $"{method.DeclaringType?.FullName}.{method.Name}";
}
