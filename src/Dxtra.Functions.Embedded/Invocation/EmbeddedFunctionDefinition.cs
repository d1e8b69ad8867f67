using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Functions.Embedded;

internal sealed class EmbeddedFunctionDefinition(FunctionDescriptor function) : FunctionDefinition
{
    public override string PathToAssembly { get; } = function.Method.Module.Assembly.Location;

    public override string EntryPoint { get; } = $"{function.Method.DeclaringType?.FullName}.{function.Method.Name}";

    /// <summary>Names are unique in an app, so the name is the id.</summary>
    public override string Id => Name;

    public override string Name { get; } = function.Name;
}
