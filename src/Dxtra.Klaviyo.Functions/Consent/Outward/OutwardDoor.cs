using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Whether consent of a processor can be set and seen.</summary>
internal sealed class OutwardDoor(IProcessorStore processors)
{
    /// <returns>Null when it can.</returns>
    public async Task<Problem?> RefuseAsync(string controller, string processorId, CancellationToken cancellationToken) =>
        await processors.FindAsync(controller, processorId, cancellationToken) switch
        {
            null => ProcessorProblems.NotFound,
            { Status: ProcessorStatus.Active or ProcessorStatus.Error } => null,
            { Status: var status } => ProcessorProblems.NotActive(status),
        };
}
