using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Takes an order and what waits beside it, unless another batch has it already.</summary>
internal sealed class ClaimConsentActivity(IConsentOrderStore orders)
{
    /// <summary>What one call of Klaviyo's takes; whoever is left over has an orchestration of their own.</summary>
    private const int Most = 1000;

    internal sealed record Input(RequestWork Work);

    /// <returns>The ids of the orders that are this batch's.</returns>
    [Function(nameof(ClaimConsentActivity))]
    public Task<IReadOnlyList<string>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        orders.ClaimAsync(input.Work.ControllerDid, input.Work.ProcessorId, input.Work.RequestId, Most, cancellationToken);
}
