namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The formats an export can be had in.</summary>
internal static class ExportFormats
{
    public const string Json = "json";

    public static IReadOnlyList<string> All { get; } = [Json];
}
