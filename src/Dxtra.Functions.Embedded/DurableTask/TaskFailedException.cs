namespace Microsoft.DurableTask;

/// <summary>An activity or a sub-orchestration that was awaited has failed.</summary>
public sealed class TaskFailedException : Exception
{
    /// <param name="taskName">The function that failed.</param>
    /// <param name="taskId">The sequence number of the call within its orchestration.</param>
    /// <param name="innerException">What it threw.</param>
    public TaskFailedException(string taskName, int taskId, Exception innerException)
        : base(Describe(taskName, taskId, innerException.Message), innerException)
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = TaskFailureDetails.FromException(innerException);
    }

    /// <param name="taskName">The function that failed.</param>
    /// <param name="taskId">The sequence number of the call within its orchestration.</param>
    /// <param name="failureDetails">What history keeps of the exception.</param>
    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : base(Describe(taskName, taskId, failureDetails.ErrorMessage))
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails;
    }

    public string TaskName { get; }

    public int TaskId { get; }

    public TaskFailureDetails FailureDetails { get; }

    [Obsolete("Use the FailureDetails property and its IsCausedBy<T>() method")]
    public bool IsCausedByException<T>()
        where T : Exception => FailureDetails.ErrorType == typeof(T).FullName;

    private static string Describe(string name, int id, string message) =>
        $"Task '{name}' (#{id}) failed with an unhandled exception: {message}";
}
