using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Waits a moment for others, takes all that wait for the same account, sends them together, and looks until they show. Every order has an
/// orchestration; that of an order which another one took has nothing to do. The input's request id is the order's.
/// </summary>
internal static class ConsentOrderOrchestrator
{
    /// <summary>So many people are looked up at a time, right before their change is sent.</summary>
    private const int AtATime = 50;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <returns>How many orders it worked on.</returns>
    [Function(nameof(ConsentOrderOrchestrator))]
    public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RequestWork work)
    {
        var pace = await context.CallActivityAsync<OutwardPace>(nameof(PaceConsentActivity), new PaceConsentActivity.Input(work), Patience.Usual);
        await context.CreateTimer(pace.Window, CancellationToken.None);
        var orders = await context.CallActivityAsync<IReadOnlyList<string>>(
            nameof(ClaimConsentActivity), new ClaimConsentActivity.Input(work), Patience.Usual);
        List<string> open = [];
        foreach (var some in orders.Chunk(AtATime))
            open.AddRange(await SendAsync(context, work, some));

        var (pause, until) = (pace.Pause, context.CurrentUtcDateTime + pace.Patience);
        while (open.Count > 0 && context.CurrentUtcDateTime < until)
        {
            await context.CreateTimer(pause, CancellationToken.None);
            open = await ConfirmAsync(context, work, open);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        await EndAsync(context, work, open);
        return orders.Count;
    }

    private static async Task<IReadOnlyList<string>> SendAsync(TaskOrchestrationContext context, RequestWork work, string[] orders)
    {
        try
        {
            return await context.CallPatientlyAsync<IReadOnlyList<string>>(
                nameof(SendConsentActivity), new SendConsentActivity.Input(work, orders), Patience.Usual);
        }
        catch (TaskFailedException)
        {
            await EndAsync(context, work, orders);
            return [];
        }
    }

    private static async Task<List<string>> ConfirmAsync(TaskOrchestrationContext context, RequestWork work, List<string> orders)
    {
        List<string> open = [];
        foreach (var some in orders.Chunk(AtATime))
            open.AddRange(await ConfirmAsync(context, work, some));

        return open;
    }

    private static async Task<IReadOnlyList<string>> ConfirmAsync(TaskOrchestrationContext context, RequestWork work, string[] orders)
    {
        try
        {
            return await context.CallActivityAsync<IReadOnlyList<string>>(
                nameof(ConfirmConsentActivity), new ConfirmConsentActivity.Input(work, orders), Patience.Usual);
        }
        catch (TaskFailedException)
        {
            // Nothing was seen this time; the next look or the end of our patience tells.
            return orders;
        }
    }

    private static async Task EndAsync(TaskOrchestrationContext context, RequestWork work, IReadOnlyList<string> orders)
    {
        foreach (var some in orders.Chunk(AtATime))
            await context.CallActivityAsync(nameof(EndConsentActivity), new EndConsentActivity.Input(work, some), Patience.Usual);
    }
}
