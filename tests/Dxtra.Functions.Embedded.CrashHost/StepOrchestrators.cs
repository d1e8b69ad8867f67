using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Functions.Embedded.CrashHost;

/// <summary>Orchestrations made of activities, retries and children. Their input is their name, from which all keys are made.</summary>
internal static class StepOrchestrators
{
    [Function("Chain")]
    public static async Task<List<string>> ChainAsync([OrchestrationTrigger] TaskOrchestrationContext context, string name)
    {
        var results = new List<string>();
        for (var i = 0; i < 60; i++)
            results.Add(await context.CallActivityAsync<string>("Work", $"{name}/{i}"));
        return results;
    }

    [Function("FanOut")]
    public static async Task<List<string>> FanOutAsync([OrchestrationTrigger] TaskOrchestrationContext context, string name)
    {
        var results = new List<string>();
        for (var round = 0; round < 4; round++)
            results.AddRange(await Task.WhenAll(Enumerable.Range(0, 40).Select(i => context.CallActivityAsync<string>("Work", $"{name}/{round}/{i}"))));
        return results;
    }

    [Function("Retries")]
    public static async Task<List<string>> RetriesAsync([OrchestrationTrigger] TaskOrchestrationContext context, string name)
    {
        var options = new TaskOptions(new RetryPolicy(1000, TimeSpan.FromMilliseconds(10)));
        var results = new List<string>();
        for (var i = 0; i < 15; i++)
            results.Add(await context.CallActivityAsync<string>("Flaky", $"{name}/{i}", options));
        return results;
    }

    [Function("Family")]
    public static async Task<List<string>> FamilyAsync([OrchestrationTrigger] TaskOrchestrationContext context, string name)
    {
        var results = new List<string>();
        for (var round = 0; round < 8; round++)
        {
            var children = Enumerable.Range(0, 4).Select(i => context.CallSubOrchestratorAsync<string>("Member", $"{name}/{round}/{i}"));
            results.AddRange(await Task.WhenAll(children));
        }

        return results;
    }

    [Function("Member")]
    public static async Task<string> MemberAsync([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
        await context.CallActivityAsync<string>("Work", $"{name}/a") + await context.CallActivityAsync<string>("Work", $"{name}/b");
}
