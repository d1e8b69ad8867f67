using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Looks how long a person's history is; a short one is read on the spot.</summary>
internal sealed class PlanHistoryActivity(HistoryReader reader)
{
    internal sealed record Input(RequestWork Work, int Profile);

    /// <param name="Plan">How it is read; null when it cannot be.</param>
    /// <param name="Gap">Why not.</param>
    internal sealed record Output(HistoryPlan? Plan, GapReason? Gap);

    [Function(nameof(PlanHistoryActivity))]
    public Task<OrLater<Output>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => PlanAsync(input, cancellationToken));

    private async Task<Output> PlanAsync(Input input, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.PlanAsync(input.Work, input.Profile, cancellationToken) is { } plan ? new(plan, null) : new(null, GapReason.Unavailable);
        }
        catch (KlaviyoPermissionException)
        {
            return new(null, GapReason.MissingScope);
        }
        catch (KlaviyoNotFoundException)
        {
            return new(null, GapReason.ProfileGone);
        }
    }
}
