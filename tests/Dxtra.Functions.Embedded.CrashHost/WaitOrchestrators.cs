using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Functions.Embedded.CrashHost;

/// <summary>Orchestrations made of timers, events and new generations.</summary>
internal static class WaitOrchestrators
{
    public const int EventsSent = 25;
    public const int Gates = 10;

    [Function("Timers")]
    public static async Task<List<string>> TimersAsync([OrchestrationTrigger] TaskOrchestrationContext context, string name)
    {
        var results = new List<string>();
        for (var i = 0; i < 25; i++)
        {
            using var end = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromMinutes(10), end.Token);
            var work = context.CallActivityAsync<string>("Work", $"{name}/{i}");
            results.Add(await Task.WhenAny(timer, work) == work ? await work : "timer");
            end.Cancel();
            await context.CreateTimer(TimeSpan.FromMilliseconds(30), CancellationToken.None);
        }

        return results;
    }

    /// <summary>Waits for the events go-0, go-1, … that the program raises, more than once if it is killed.</summary>
    [Function("Gates")]
    public static async Task<List<string>> GatesAsync([OrchestrationTrigger] TaskOrchestrationContext context, string name)
    {
        var results = new List<string>();
        for (var i = 0; i < Gates; i++)
        {
            context.SetCustomStatus($"go-{i}");
            results.Add(await context.WaitForExternalEvent<string>($"go-{i}"));
            results.Add(await context.CallActivityAsync<string>("Work", $"{name}/{i}"));
        }

        return results;
    }

    [Function("Sender")]
    public static async Task<string> SenderAsync([OrchestrationTrigger] TaskOrchestrationContext context, string name)
    {
        for (var i = 0; i < EventsSent; i++)
        {
            context.SendEvent(name.Replace("Sender", "Collector", StringComparison.Ordinal), "number", i);
            await context.CallActivityAsync<string>("Work", $"{name}/{i}");
        }

        return "sent";
    }

    /// <summary>A new generation for each event; one that came twice or never shows in the result.</summary>
    [Function("Collector")]
    public static async Task<List<int>> CollectorAsync([OrchestrationTrigger] TaskOrchestrationContext context, Collected input)
    {
        var numbers = input.Numbers;
        numbers.Add(await context.WaitForExternalEvent<int>("number"));
        await context.CallActivityAsync("Work", $"{input.Name}/{numbers.Count}");
        if (numbers.Count < EventsSent)
            context.ContinueAsNew(input);
        return [.. numbers.Order()];
    }

    internal sealed record Collected(string Name, List<int> Numbers);
}
