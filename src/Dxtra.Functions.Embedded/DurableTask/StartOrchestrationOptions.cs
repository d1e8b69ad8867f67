using System.Collections.Immutable;

namespace Microsoft.DurableTask;

/// <summary>How to start an orchestration: under which id, not before which time.</summary>
public record StartOrchestrationOptions
{
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    public string? InstanceId { get; init; }

    public DateTimeOffset? StartAt { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary.Create<string, string>();

    /// <summary>
    /// Statuses in which an instance of the same id stands in the way. An instance that has not ended always does.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
