namespace Dxtra.Klaviyo.Client;

public sealed record SubscribeOptions
{
    /// <summary>
    /// The list to put the profiles on. Its opt-in process applies, and the account's without a list: with double opt-in nothing
    /// changes until the person confirms.
    /// </summary>
    public string? ListId { get; init; }

    /// <summary>Where the consent comes from, for Klaviyo's records.</summary>
    public string? Source { get; init; }

    /// <summary>Consent that was given in the past: no confirmation is asked for and no flow of the list starts.</summary>
    public bool HistoricalImport { get; init; }
}
