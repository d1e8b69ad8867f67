using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>Opens the account of a processor with its key.</summary>
internal interface IKlaviyoConnections
{
    /// <exception cref="InvalidOperationException">The processor has no key.</exception>
    Task<KlaviyoClient> OpenAsync(string controller, string processorId, CancellationToken cancellationToken);
}
