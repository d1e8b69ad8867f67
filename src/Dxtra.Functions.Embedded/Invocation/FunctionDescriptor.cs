using System.Reflection;

namespace Dxtra.Functions.Embedded;

/// <summary>A function as its attributes describe it. <c>Trigger</c> is the attribute that stands on <c>TriggerParameter</c>.</summary>
internal sealed record FunctionDescriptor(
    string Name,
    TriggerKind Kind,
    MethodInfo Method,
    ParameterInfo TriggerParameter,
    Attribute Trigger);
