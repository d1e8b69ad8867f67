using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>A list.</summary>
public sealed record ListAttributes
{
    public string? Name { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary><c>single_opt_in</c> or <c>double_opt_in</c>.</summary>
    public string? OptInProcess { get; init; }

    /// <summary>How many profiles are on it; only when asked for.</summary>
    public long? ProfileCount { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
