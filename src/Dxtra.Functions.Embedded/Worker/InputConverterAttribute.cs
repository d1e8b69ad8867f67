namespace Microsoft.Azure.Functions.Worker.Converters;

/// <summary>Base of the attributes that pick a conversion for one parameter. Converters of your own are not part of the embedded slice.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class InputConverterAttribute : Attribute
{
    private protected InputConverterAttribute()
    {
    }
}
