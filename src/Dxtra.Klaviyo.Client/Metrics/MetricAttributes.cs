using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>A kind of event. The same name can exist once per integration, so look a metric up by name and keep its id.</summary>
public sealed record MetricAttributes
{
    public string? Name { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public MetricIntegration? Integration { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
