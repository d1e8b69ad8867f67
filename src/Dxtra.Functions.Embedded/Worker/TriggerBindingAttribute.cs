namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Marks the one parameter that says what starts a function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute
{
    private protected TriggerBindingAttribute()
    {
    }
}
