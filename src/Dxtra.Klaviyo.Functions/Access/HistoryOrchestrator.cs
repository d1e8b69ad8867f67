using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Reads one profile's history: at once when it is short, in windows side by side otherwise; then what it tells is drawn up.</summary>
internal static class HistoryOrchestrator
{
    private const int WindowsTogether = 32;

    /// <summary>For half a minute a profile that was merged away still answers, bare of everything.</summary>
    private static readonly TimeSpan Lingering = TimeSpan.FromSeconds(45);

    [Function(nameof(HistoryOrchestrator))]
    public static async Task<IReadOnlyList<PartResult>> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, ProfileWork input)
    {
        var plan = await PlanAsync(context, input);
        if (plan.Plan is { IsBare: true })
        {
            await context.CreateTimer(Lingering, CancellationToken.None);
            plan = await PlanAsync(context, input);
        }

        IReadOnlyList<HistoryPiece> pieces = plan.Plan switch
        {
            null => [],
            { Whole: { } whole } => [whole],
            var windows => await ReadAsync(context, input, windows),
        };
        return await context.CallPatientlyAsync<IReadOnlyList<PartResult>>(
            nameof(DigestHistoryActivity), new DigestHistoryActivity.Input(input.Work, input.Profile, pieces, plan.Gap), Patience.Of(input.FirstPause));
    }

    private static Task<PlanHistoryActivity.Output> PlanAsync(TaskOrchestrationContext context, ProfileWork input) =>
        context.CallPatientlyAsync<PlanHistoryActivity.Output>(
            nameof(PlanHistoryActivity), new PlanHistoryActivity.Input(input.Work, input.Profile), Patience.Of(input.FirstPause));

    /// <summary>A stretch after the other, each in a history of its own: one of all windows would be read again after every one of them.</summary>
    private static async Task<IReadOnlyList<HistoryPiece>> ReadAsync(TaskOrchestrationContext context, ProfileWork input, HistoryPlan plan)
    {
        var pieces = new List<HistoryPiece>();
        foreach (var windows in plan.Windows.Chunk(WindowsTogether))
        {
            pieces.AddRange(await context.CallSubOrchestratorAsync<IReadOnlyList<HistoryPiece>>(
                nameof(WindowsOrchestrator), new WindowsOrchestrator.Input(input, windows, plan.First, plan.Last)));
        }

        return [.. pieces.OrderBy(piece => piece.Window.From ?? long.MinValue)];
    }
}
