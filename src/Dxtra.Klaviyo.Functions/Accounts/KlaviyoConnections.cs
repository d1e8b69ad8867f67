using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Accounts;

internal sealed class KlaviyoConnections(IProcessorStore processors, ISecretStore secrets, IKlaviyoClientFactory clients) : IKlaviyoConnections
{
    public async Task<KlaviyoClient> OpenAsync(string controller, string processorId, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        var processor = await processors.FindAsync(controller, processorId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no processor {processorId}.");
        var secret = await secrets.FindAsync(processor.KeySecretName, cancellationToken);
        return KlaviyoKey.TryParse(secret, out var key, out _)
            ? clients.Create(key, new(processor.Account.Id, due))
            : throw new InvalidOperationException($"The processor {processorId} has no usable key.");
    }
}
