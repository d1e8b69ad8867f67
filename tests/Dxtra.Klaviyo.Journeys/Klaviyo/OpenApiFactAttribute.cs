namespace Dxtra.Klaviyo.Journeys.Klaviyo;

/// <summary>A test that needs Klaviyo's official specification, which is not part of this repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenApiFactAttribute : FactAttribute
{
    public OpenApiFactAttribute()
    {
        if (!File.Exists(OpenApi.File))
            Skip = $"Klaviyo's OpenAPI document is not here ({OpenApi.File}); it is Klaviyo's and not part of this repository.";
    }
}
