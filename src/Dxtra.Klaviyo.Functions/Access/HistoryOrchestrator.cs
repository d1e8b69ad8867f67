using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Reads one profile's history: at once when it is short, in windows side by side otherwise; then what it tells is drawn up.</summary>
internal static class HistoryOrchestrator
{
    /// <summary>Each holds some megabytes while it is read.</summary>
    private const int SideBySide = 4;

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

    private static async Task<IReadOnlyList<HistoryPiece>> ReadAsync(TaskOrchestrationContext context, ProfileWork input, HistoryPlan plan)
    {
        var waiting = new Queue<HistoryWindow>(plan.Windows);
        var reading = new List<Task<WindowResult>>();
        var pieces = new List<HistoryPiece>();
        while (waiting.Count > 0 || reading.Count > 0)
        {
            while (waiting.Count > 0 && reading.Count < SideBySide)
                reading.Add(context.CallPatientlyAsync<WindowResult>(
                    nameof(ReadWindowActivity), new ReadWindowActivity.Input(input.Work, input.Profile, waiting.Dequeue(), plan.First, plan.Last), Patience.Of(input.FirstPause)));
            var done = await Task.WhenAny(reading);
            reading.Remove(done);
            var result = await done;
            if (result.Piece is { } piece)
                pieces.Add(piece);
            foreach (var window in result.Rest)
                waiting.Enqueue(window);
        }

        return [.. pieces.OrderBy(piece => piece.Window.From ?? long.MinValue)];
    }
}
