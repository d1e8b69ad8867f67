using System.Text.Json;

namespace Dxtra.Klaviyo.Benchmarks.Report;

/// <summary>The results for machines: camelCase, times as <c>hh:mm:ss.fffffff</c>, sizes in bytes.</summary>
internal static class JsonResults
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task WriteAsync(Results results, string file, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, results, Options, ct);
    }
}
