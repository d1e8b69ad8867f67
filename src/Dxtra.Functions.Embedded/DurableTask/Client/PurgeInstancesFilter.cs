namespace Microsoft.DurableTask.Client;

/// <summary>Which of the instances that have ended to purge; null means any.</summary>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>Stop after so long; the result then says that it is not complete.</summary>
    public TimeSpan? Timeout { get; init; }
}
