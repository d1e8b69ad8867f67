namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>Where the events of a metric come from.</summary>
internal sealed record Integration(string Id, string Key, string Name, string Category)
{
    /// <summary>What events created through the API belong to.</summary>
    public static Integration Api { get; } = new("7FtS4J", "api", "API", "API");

    public static Integration Klaviyo { get; } = new("0rG4eQ", "klaviyo", "Klaviyo", "Internal");

    public static Integration Shopify { get; } = new("0eMvjm", "shopify", "Shopify", "eCommerce");
}
