using System.Diagnostics;
using Dxtra.Klaviyo.Benchmarks.Measures;
using Dxtra.Klaviyo.Benchmarks.Stack;

namespace Dxtra.Klaviyo.Benchmarks.Scenarios;

/// <summary>One cycle of the synchronisation after so many people unsubscribed, each with an event; without webhooks.</summary>
internal sealed class SyncScenario(int changes) : IScenario
{
    /// <summary>A little more than what a cycle reads again of profiles: what an earlier scenario changed is not this one's.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(95);

    /// <summary>The sandbox takes a moment for what it accepted.</summary>
    private static readonly TimeSpan Effect = TimeSpan.FromSeconds(1);

    public string Name => $"sync-{changes}";

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        var control = bench.Stack.Control;
        var emails = changes == 0 ? [] : await control.AddPeopleAsync(changes, seed: 1_000_000 + changes, ct);
        await Task.Delay(Quiet, ct);
        await using var app = await bench.Stack.StartAppAsync(ct);
        await app.WhileAliveAsync(token => app.Sync.RunAsync(full: true, token), ct);
        await control.UnsubscribeAsync(bench.Stack.Sandbox.ApiKey, emails, ct);
        await Task.Delay(Effect, ct);
        await control.ResetAsync(ct);

        using var process = Process.GetProcessById(app.ProcessId);
        var (started, cpu) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        await app.WhileAliveAsync(token => app.Sync.RunAsync(full: false, token), ct);
        var wall = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        var calls = await control.CallsAsync(ct);
        bench.Add(new(
            Name, Measurement.App, [], changes, calls, wall, process.TotalProcessorTime - cpu,
            bench.Floor.WithLatency(calls.ByOperation, UsedShare.Value, bench.Options.Latency), bench.Floor.WithLatency(calls.ByOperation, 1, bench.Options.Latency),
            Memory: null, new Dictionary<string, long>()));
    }
}
