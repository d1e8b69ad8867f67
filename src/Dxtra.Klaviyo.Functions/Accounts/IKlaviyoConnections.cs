using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>Opens the account of a processor with its key.</summary>
internal interface IKlaviyoConnections
{
    /// <param name="controller">Whose processor it is.</param>
    /// <param name="processorId">The processor.</param>
    /// <param name="due">When the work must be done: the nearest goes first. Null when a caller waits for the answer.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="InvalidOperationException">The processor has no key.</exception>
    Task<KlaviyoClient> OpenAsync(string controller, string processorId, DateTimeOffset? due, CancellationToken cancellationToken);
}
