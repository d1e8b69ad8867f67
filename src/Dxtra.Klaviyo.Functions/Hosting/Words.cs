using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>Values of enums as the contract writes them.</summary>
internal static class Words
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>All that there are.</summary>
    public static IReadOnlyDictionary<string, T> All<T>() where T : struct, Enum => Enum.GetValues<T>().ToDictionary(Of, StringComparer.Ordinal);
}
