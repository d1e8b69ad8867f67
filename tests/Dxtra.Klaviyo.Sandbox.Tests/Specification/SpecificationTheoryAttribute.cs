namespace Dxtra.Klaviyo.Sandbox.Tests.Specification;

/// <summary>As <see cref="SpecificationFactAttribute"/>, for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SpecificationTheoryAttribute : TheoryAttribute
{
    public SpecificationTheoryAttribute()
    {
        if (OfficialSpecification.Path is null)
            Skip = OfficialSpecification.Absence;
    }
}
