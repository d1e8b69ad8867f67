namespace Microsoft.Azure.Functions.Worker;

/// <summary>Makes a public method a function. <paramref name="name"/> is unique in the app, whatever its case.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
