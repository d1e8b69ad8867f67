using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.CrashHost;

/// <summary>Three instances of each orchestrator, seeded whole or in part by the processes before this one.</summary>
internal sealed class Workload(DurableTaskClient client)
{
    private static readonly string[] Kinds = ["Collector", "Chain", "FanOut", "Retries", "Family", "Timers", "Gates", "Sender"];

    private static readonly List<(string Kind, string Id)> Instances =
        [.. from kind in Kinds from number in Enumerable.Range(1, 3) select (kind, $"{kind}-{number}")];

    public async Task SeedAsync()
    {
        foreach (var (kind, id) in Instances)
        {
            if (await client.GetInstanceAsync(id) is not null)
                continue;
            object input = kind == "Collector" ? new WaitOrchestrators.Collected(id, []) : id;
            await client.ScheduleNewOrchestrationInstanceAsync(kind, input, new StartOrchestrationOptions(id));
        }
    }

    public async Task FinishAsync(string outcomesFile)
    {
        var gates = Instances.Where(instance => instance.Kind == "Gates").Select(instance => OpenGatesAsync(instance.Id));
        await Task.WhenAll(gates);
        var outcomes = new SortedDictionary<string, string>();
        foreach (var (_, id) in Instances)
        {
            var ended = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, CancellationToken.None);
            outcomes[id] = $"{ended.RuntimeStatus} {ended.SerializedOutput}";
        }

        await File.WriteAllTextAsync(outcomesFile, JsonSerializer.Serialize(outcomes));
    }

    private async Task OpenGatesAsync(string id)
    {
        for (var i = 0; i < WaitOrchestrators.Gates; i++)
        {
            var ended = await client.GetInstanceAsync(id);
            if (ended!.IsCompleted)
                return;
            try
            {
                await client.RaiseEventAsync(id, $"go-{i}", $"gate {i}");
            }
            catch (InvalidOperationException)
            {
                // It has ended meanwhile: an earlier process raised the rest.
                return;
            }
        }
    }
}
