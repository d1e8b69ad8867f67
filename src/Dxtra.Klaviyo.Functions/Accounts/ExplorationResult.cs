namespace Dxtra.Klaviyo.Functions.Accounts;

internal abstract record ExplorationResult
{
    private ExplorationResult()
    {
    }

    public sealed record Explored(AccountDiscovery Discovery) : ExplorationResult;

    /// <summary>Klaviyo does not know the key.</summary>
    public sealed record AuthenticationFailed : ExplorationResult;

    /// <summary>The key works but may not even read the account.</summary>
    public sealed record NoAccountScope : ExplorationResult;

    public sealed record Throttled(TimeSpan? RetryAfter) : ExplorationResult;

    public sealed record Unavailable : ExplorationResult;
}
