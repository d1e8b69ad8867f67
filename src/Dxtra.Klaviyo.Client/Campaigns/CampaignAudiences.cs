using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>The ids of the lists and segments that a campaign goes to and spares.</summary>
public sealed record CampaignAudiences
{
    public IReadOnlyList<string>? Included { get; init; }

    public IReadOnlyList<string>? Excluded { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
