namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>The one account of a sandbox.</summary>
internal sealed record Account
{
    /// <summary>Six characters; also the public key.</summary>
    public required string Id { get; init; }

    public required string OrganizationName { get; init; }

    public required string SenderName { get; init; }

    public required string SenderEmail { get; init; }

    public required string WebsiteUrl { get; init; }

    public required StreetAddress Address { get; init; }

    public string Industry { get; init; } = "Ecommerce";

    public string TimeZone { get; init; } = "Europe/London";

    public string Currency { get; init; } = "GBP";

    public string Locale { get; init; } = "en-GB";

    public bool IsTestAccount { get; init; } = true;
}
