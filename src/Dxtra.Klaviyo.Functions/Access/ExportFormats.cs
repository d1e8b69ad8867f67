namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The formats an export can be had in.</summary>
internal static class ExportFormats
{
    public const string Json = "json";
    public const string Csv = "csv";
    public const string Html = "html";
    public const string Pdf = "pdf";

    public static IReadOnlyList<string> All { get; } = [Json, Csv, Html, Pdf];
}
