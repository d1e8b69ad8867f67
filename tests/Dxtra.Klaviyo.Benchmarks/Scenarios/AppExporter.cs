using System.Diagnostics;
using Dxtra.Klaviyo.Benchmarks.Measures;
using Dxtra.Klaviyo.Benchmarks.Stack;

namespace Dxtra.Klaviyo.Benchmarks.Scenarios;

/// <summary>
/// Measures the app: a fresh process each time, so that one measurement's memory is not another's, which has answered one request
/// before, as a running app has: its code is compiled and it knows the account's names.
/// </summary>
internal sealed class AppExporter(BenchmarkStack stack, RateFloor floor, TimeSpan latency)
{
    /// <summary>Some calls are permitted once a second: the one that went before is not what is measured.</summary>
    private static readonly TimeSpan TightestWindow = TimeSpan.FromSeconds(1);

    private string? _warmUp;

    public async Task<IReadOnlyList<string>> OfferedFormatsAsync(CancellationToken ct)
    {
        await using var app = await stack.StartAppAsync(ct);
        return await app.Access.OfferedFormatsAsync(ct);
    }

    /// <summary>The very first request of a process: nothing is compiled, and of the account nothing is known.</summary>
    public async Task<Measurement> MeasureFirstAsync(string scenario, string email, IReadOnlyList<string> formats, CancellationToken ct) =>
        await MeasureAsync(scenario, email, formats, isFirst: true, ct) with { Exporter = Measurement.FirstOfApp };

    public Task<Measurement> MeasureAsync(string scenario, string email, IReadOnlyList<string> formats, CancellationToken ct) =>
        MeasureAsync(scenario, email, formats, isFirst: false, ct);

    private async Task<Measurement> MeasureAsync(string scenario, string email, IReadOnlyList<string> formats, bool isFirst, CancellationToken ct)
    {
        IReadOnlyDictionary<string, long> bytes = new Dictionary<string, long>();
        var measured = await MeasureAsync(scenario, formats, people: 1, async (app, token) =>
        {
            bytes = AccessApi.ExportBytes(await app.Access.ExportAsync(email, formats, token));
            return true;
        }, ct, isFirst);
        return measured! with { ExportBytes = bytes };
    }

    /// <returns>Null when the app cannot do it.</returns>
    public async Task<Measurement?> MeasureAsync(
        string scenario, IReadOnlyList<string> formats, int people, Func<MeasuredApp, CancellationToken, Task<bool>> export, CancellationToken ct,
        bool isFirst = false)
    {
        await using var app = await stack.StartAppAsync(ct);
        if (!isFirst)
            await WarmUpAsync(app, formats, ct);
        await stack.Control.ResetAsync(ct);
        using var memory = new MemoryWatch(app.ProcessId);
        using var process = Process.GetProcessById(app.ProcessId);
        var (started, cpu) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        if (!await app.WhileAliveAsync(token => export(app, token), ct))
            return null;
        var wall = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        var calls = await stack.Control.CallsAsync(ct);
        return new(
            scenario, Measurement.App, formats, people, calls, wall, cpu,
            floor.WithLatency(calls.ByOperation, UsedShare.Value, latency), floor.WithLatency(calls.ByOperation, 1, latency),
            memory.Read(), new Dictionary<string, long>());
    }

    private async Task WarmUpAsync(MeasuredApp app, IReadOnlyList<string> formats, CancellationToken ct)
    {
        if (_warmUp is null)
        {
            var email = "warm.up@example.com";
            var id = await stack.Control.AddPersonAsync(email, ["Newsletter"], ["VIP Customers"], ct);
            await stack.Control.AddEventsAsync(id, "Received Email", 1, ct);
            _warmUp = email;
        }

        await app.WhileAliveAsync(token => app.Access.ExportAsync(_warmUp, formats, token), ct);
        await Task.Delay(TightestWindow, ct);
    }
}
