using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>Asks Klaviyo what a key can see.</summary>
internal interface IAccountExplorer
{
    Task<ExplorationResult> ExploreAsync(KlaviyoKey key, CancellationToken cancellationToken);

    /// <summary>Only the account: the cheapest proof that a key works.</summary>
    Task<ExplorationResult> IdentifyAsync(KlaviyoKey key, CancellationToken cancellationToken);
}
