namespace Dxtra.Klaviyo.Local.Storage;

/// <summary>How to start Azurite.</summary>
internal sealed record AzuriteOptions
{
    /// <summary>Blobs listen here, queues and tables on the two ports after it; 0 takes three free ones.</summary>
    public int FirstPort { get; init; }

    /// <summary>Where the data is kept; null keeps it in memory until the end.</summary>
    public string? Location { get; init; }

    /// <summary>Storage accounts, each with data of its own; the first one is the default.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [AzuriteAccount.Default];

    public string? LogFile { get; init; }

    /// <summary>Told in words what takes long: the installation at the first use.</summary>
    public Action<string> Report { get; init; } = _ => { };
}
