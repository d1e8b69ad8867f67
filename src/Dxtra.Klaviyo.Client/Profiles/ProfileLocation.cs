using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>Where a person is.</summary>
public sealed record ProfileLocation
{
    public string? Address1 { get; init; }

    public string? Address2 { get; init; }

    public string? City { get; init; }

    public string? Country { get; init; }

    /// <summary>Klaviyo sends a number or a text; here it is the text of either.</summary>
    [JsonConverter(typeof(NumberOrTextConverter))]
    public string? Latitude { get; init; }

    /// <inheritdoc cref="Latitude"/>
    [JsonConverter(typeof(NumberOrTextConverter))]
    public string? Longitude { get; init; }

    public string? Region { get; init; }

    public string? Zip { get; init; }

    /// <summary>IANA name.</summary>
    public string? Timezone { get; init; }

    public string? Ip { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }

    /// <summary>The type alone: this is a person's data and does not belong in a log.</summary>
    public override string ToString() => nameof(ProfileLocation);
}
