namespace Dxtra.Klaviyo.Client.Tests;

/// <summary>A test that needs Klaviyo's own OpenAPI file and is skipped where that file is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SpecificationFactAttribute : FactAttribute
{
    public SpecificationFactAttribute()
    {
        if (OfficialSpecification.Path is null)
            Skip = "Klaviyo's OpenAPI file is not at ../shared/reference/klaviyo-openapi.json beside the repository; it may not be part of it.";
    }
}
