using Dxtra.Klaviyo.Functions.Accounts;

namespace Dxtra.Klaviyo.Functions.Consent;

internal sealed class GetCurrentConsentHandler(IProcessorStore processors, ILedgerStore ledger)
{
    /// <summary>What holds, or null when this controller has no such processor.</summary>
    public async Task<CurrentConsentView?> HandleAsync(
        string controller, string processorId, string subjectKey, CancellationToken cancellationToken)
    {
        if (await processors.FindAsync(controller, processorId, cancellationToken) is null)
            return null;
        var held = await ledger.ReadHeldAsync(new(controller, processorId, subjectKey), withLists: true, cancellationToken);
        return new(subjectKey, [.. held.OrderBy(one => one.Channel).ThenBy(one => one.ListId, StringComparer.Ordinal)]);
    }
}
