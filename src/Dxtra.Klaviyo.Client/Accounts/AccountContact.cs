using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>Who sends from an account, and from where.</summary>
public sealed record AccountContact
{
    public string? DefaultSenderName { get; init; }

    public string? DefaultSenderEmail { get; init; }

    public string? WebsiteUrl { get; init; }

    public string? OrganizationName { get; init; }

    public AccountAddress? StreetAddress { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
