using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Sandbox.Specification;

/// <summary>What Klaviyo's specification says of one operation.</summary>
internal sealed record Operation
{
    public required string Id { get; init; }

    public required string Method { get; init; }

    /// <summary>A route template: <c>/api/profiles/{id}</c>.</summary>
    public required string Route { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<Window> Limits { get; init; }

    public required IReadOnlyList<Surcharge> Surcharges { get; init; }

    /// <summary>Every query parameter that is allowed, by name.</summary>
    public required IReadOnlyDictionary<string, ParameterRule> Parameters { get; init; }

    /// <summary>Every field that a filter may name.</summary>
    public required IReadOnlyDictionary<string, FilterRule> Filters { get; init; }

    [JsonIgnore]
    public bool IsWebhooks => Route.StartsWith("/api/webhook", StringComparison.Ordinal);
}
