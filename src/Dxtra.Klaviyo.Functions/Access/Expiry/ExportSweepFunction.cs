using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Every hour: deletes the exports that have expired.</summary>
internal sealed class ExportSweepFunction(ExportSweepHandler handler)
{
    [Function("ExportSweep")]
    public Task RunAsync([TimerTrigger("0 7 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken);
}
