using Dxtra.Klaviyo.Functions.Accounts;

namespace Dxtra.Klaviyo.Functions.Consent;

internal static class ConsentSources
{
    /// <summary>Says on the processor how its consent changes reach us, when that has changed.</summary>
    public static async Task SayAsync(
        this IProcessorStore processors, WebhookRegistration registration, ConsentSource source, CancellationToken cancellationToken)
    {
        var processor = await processors.FindAsync(registration.ControllerDid, registration.ProcessorId, cancellationToken);
        if (processor is null || processor.ConsentSource == source)
            return;
        await processors.UpdateAsync(
            registration.ControllerDid, registration.ProcessorId, current => current with { ConsentSource = source }, cancellationToken);
    }
}
