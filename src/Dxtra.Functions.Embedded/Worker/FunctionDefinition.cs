namespace Microsoft.Azure.Functions.Worker;

/// <summary>What is known about a function before it runs.</summary>
public abstract class FunctionDefinition
{
    public abstract string PathToAssembly { get; }

    /// <summary>Full name of the class, a dot, the method's name.</summary>
    public abstract string EntryPoint { get; }

    public abstract string Id { get; }

    /// <summary>The name given in <see cref="FunctionAttribute"/>.</summary>
    public abstract string Name { get; }
}
