namespace Microsoft.DurableTask;

/// <summary>What a retry handler knows. Attempts count from 1; the total time runs from the first call.</summary>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);
