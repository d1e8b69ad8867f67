using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Dxtra.Klaviyo.Benchmarks.Measures;
using Dxtra.Klaviyo.Benchmarks.Stack;
using Dxtra.Klaviyo.Local;
using Dxtra.Klaviyo.Local.Processes;

namespace Dxtra.Klaviyo.Benchmarks.Naive;

/// <summary>Measures <c>node/export.mjs</c>: the export as one would write it with Klaviyo's official SDK, one call after the other.</summary>
internal sealed class NodeExporter(BenchmarkStack stack, RateFloor floor, TimeSpan latency)
{
    /// <summary>What the SDK does by itself, and the most that Klaviyo gives.</summary>
    public static IReadOnlyList<int?> PageSizes { get; } = [null, 1_000];

    private static string Folder { get; } =
        typeof(NodeExporter).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "NodeFolder").Value!;

    public static Task InstallAsync(Action<string> report, CancellationToken ct) => new NpmInstallation(Folder, "Klaviyo's Node SDK").EnsureAsync(report, ct);

    /// <param name="scenario">Its name.</param>
    /// <param name="emails">Whose data.</param>
    /// <param name="pageSize">Events in a page; null for the SDK's default.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Measurement> MeasureAsync(string scenario, IReadOnlyList<string> emails, int? pageSize, CancellationToken ct)
    {
        await stack.Control.ResetAsync(ct);
        var file = Path.Combine(stack.ScratchDirectory, "naive.json");
        var answer = await RunAsync(file, emails, pageSize, ct);
        var calls = await stack.Control.CallsAsync(ct);
        return new(
            scenario, pageSize is null ? "SDK" : $"SDK, pages of {pageSize}", ["json"], emails.Count, calls, TimeSpan.FromMilliseconds(answer.Milliseconds), TimeSpan.FromMilliseconds(answer.CpuMilliseconds),
            floor.WithLatency(calls.ByOperation, UsedShare.Value, latency), floor.WithLatency(calls.ByOperation, 1, latency),
            new(answer.PeakBytes, answer.PeakBytes), new Dictionary<string, long> { ["json"] = new FileInfo(file).Length });
    }

    private async Task<Answer> RunAsync(string file, IReadOnlyList<string> emails, int? pageSize, CancellationToken ct)
    {
        string? last = null;
        var start = new ProcessStartInfo("node", [Path.Combine(Folder, "export.mjs")])
        {
            Environment =
            {
                ["KLAVIYO_BASE"] = stack.Sandbox.BaseAddress.ToString().TrimEnd('/'),
                ["KLAVIYO_API_KEY"] = stack.Sandbox.ApiKey,
                ["OUT"] = file,
                ["EMAILS"] = string.Join(',', emails),
                ["PAGE_SIZE"] = pageSize?.ToString(CultureInfo.InvariantCulture) ?? "",
            },
        };
        await using var node = ChildProcess.Start(start, new ChildOutput(onLine: line => last = line));
        var exitCode = await node.WaitForExitAsync(ct);
        return exitCode == 0
            ? JsonSerializer.Deserialize<Answer>(last!, JsonSerializerOptions.Web)!
            : throw new LauncherException(string.Join(Environment.NewLine, [$"The plain exporter ended with {exitCode}.", .. node.Output.LastLines]));
    }

    private sealed record Answer(double Milliseconds, double CpuMilliseconds, long PeakBytes);
}
