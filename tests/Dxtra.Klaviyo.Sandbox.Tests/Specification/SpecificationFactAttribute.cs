namespace Dxtra.Klaviyo.Sandbox.Tests.Specification;

/// <summary>A test that needs Klaviyo's own OpenAPI file and is skipped where that file is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SpecificationFactAttribute : FactAttribute
{
    public SpecificationFactAttribute()
    {
        if (OfficialSpecification.Path is null)
            Skip = OfficialSpecification.Absence;
    }
}
