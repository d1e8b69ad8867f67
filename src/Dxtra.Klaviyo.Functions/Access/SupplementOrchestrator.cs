using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// A later look: reads the history of every profile again, and makes a supplement of what is new. When nothing is, nothing is made
/// and nothing is kept; when it cannot be read, the next look has its chance.
/// </summary>
internal static class SupplementOrchestrator
{
    [Function(nameof(SupplementOrchestrator))]
    public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RequestWork work)
    {
        var start = await context.CallActivityAsync<StartRunActivity.Output>(
            nameof(StartRunActivity), new StartRunActivity.Input(work with { Look = 0 }), Patience.Usual);
        var parts = await Task.WhenAll(Enumerable.Range(0, start.Kept?.Profiles ?? 0).Select(profile => NewOfAsync(context, new(work, profile, start.FirstPause))));
        var supplement = parts.SelectMany(part => part).ToList();
        var events = supplement.Where(part => part.Category == Categories.Events).Sum(part => part.Rows);
        if (events == 0)
        {
            await context.CallActivityAsync(nameof(DiscardPartsActivity), new DiscardPartsActivity.Input(work), Patience.Usual);
            return 0;
        }

        var exports = new Dictionary<string, ExportFile>();
        foreach (var format in start.Formats)
        {
            exports[format] = await context.CallActivityAsync<ExportFile>(
                nameof(AssembleExportActivity), new AssembleExportActivity.Input(work, supplement, format), Patience.Usual);
        }

        await context.CallActivityAsync(
            nameof(AddSupplementActivity), new AddSupplementActivity.Input(work, supplement, exports), Patience.Usual);
        return events;
    }

    private static async Task<IReadOnlyList<PartResult>> NewOfAsync(TaskOrchestrationContext context, ProfileWork work)
    {
        try
        {
            var history = await context.CallSubOrchestratorAsync<IReadOnlyList<PartResult>>(
                nameof(HistoryOrchestrator), work);
            var events = history.Single(part => part.Category == Categories.Events);
            var piece = await context.CallActivityAsync<HistoryPiece>(
                nameof(CompareHistoryActivity), new CompareHistoryActivity.Input(work.Work, work.Profile, events), Patience.Usual);
            return await context.CallPatientlyAsync<IReadOnlyList<PartResult>>(
                nameof(DigestHistoryActivity), new DigestHistoryActivity.Input(work.Work, work.Profile, [piece], events.Gap), Patience.Of(work.FirstPause));
        }
        catch (TaskFailedException)
        {
            return [];
        }
    }
}
