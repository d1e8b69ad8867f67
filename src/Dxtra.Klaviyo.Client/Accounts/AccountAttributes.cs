using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>The account a key belongs to.</summary>
public sealed record AccountAttributes
{
    public bool? TestAccount { get; init; }

    public AccountContact? ContactInformation { get; init; }

    public string? Industry { get; init; }

    /// <summary>IANA name, such as <c>Europe/Berlin</c>.</summary>
    public string? Timezone { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string? PreferredCurrency { get; init; }

    /// <summary>Six letters and digits; equals the account's id.</summary>
    public string? PublicApiKey { get; init; }

    public string? Locale { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
