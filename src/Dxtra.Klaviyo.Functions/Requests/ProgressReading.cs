using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

internal static class ProgressReading
{
    /// <summary>How far an orchestration says it is; null when it says nothing, or is not there.</summary>
    public static async Task<RequestProgress?> ReadProgressAsync(
        this DurableTaskClient client, string instanceId, CancellationToken cancellationToken)
    {
        var instance = await client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellationToken);
        return instance?.SerializedCustomStatus is null ? null : instance.ReadCustomStatusAs<RequestProgress>();
    }
}
