using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>A job that suppresses addresses or lifts their suppression.</summary>
public sealed record SuppressionJobAttributes
{
    /// <summary><c>queued</c>, <c>processing</c>, <c>complete</c> or <c>cancelled</c>. The one field to trust.</summary>
    public string? Status { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>0 at first, whatever was asked for.</summary>
    public long? TotalCount { get; init; }

    public long? CompletedCount { get; init; }

    public long? SkippedCount { get; init; }

    /// <summary>Was seen to be set while the job was still at work.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
