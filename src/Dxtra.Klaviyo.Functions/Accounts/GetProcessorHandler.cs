namespace Dxtra.Klaviyo.Functions.Accounts;

internal sealed class GetProcessorHandler(IProcessorStore processors)
{
    public async Task<ProcessorView?> HandleAsync(string controller, string processorId, CancellationToken cancellationToken) =>
        await processors.FindAsync(controller, processorId, cancellationToken) is { } processor ? ProcessorView.Of(processor) : null;
}
