using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Durable;

internal static class RuntimeStatusExtensions
{
    public static bool HasEnded(this OrchestrationRuntimeStatus status) => status
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;
}
