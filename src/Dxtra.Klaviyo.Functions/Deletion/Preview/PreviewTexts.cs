using System.Text.Json;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The words of a preview, from <c>Preview/Texts/{language}.json</c>, embedded.</summary>
internal static class PreviewTexts
{
    public static ReportTexts English { get; } = Of("en");

    private static ReportTexts Of(string language)
    {
        using var file = typeof(PreviewTexts).Assembly.GetManifestResourceStream($"PreviewTexts.{language}.json")!;
        using var json = JsonDocument.Parse(file);
        return ReportTexts.Of(language, json.RootElement);
    }
}
