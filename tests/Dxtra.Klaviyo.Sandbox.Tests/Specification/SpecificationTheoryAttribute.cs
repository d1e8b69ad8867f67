namespace Dxtra.Klaviyo.Sandbox.Tests.Specification;

/// <summary>As <see cref="SpecificationFactAttribute"/>, for several cases.</summary>
internal sealed class SpecificationTheoryAttribute : TheoryAttribute
{
    public SpecificationTheoryAttribute()
    {
        if (OfficialSpecification.Path is null)
            Skip = "Klaviyo's OpenAPI file does not lie beside the repository.";
    }
}
