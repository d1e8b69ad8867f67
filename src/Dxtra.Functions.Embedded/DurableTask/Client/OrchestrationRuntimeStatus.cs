namespace Microsoft.DurableTask.Client;

public enum OrchestrationRuntimeStatus
{
    Running,
    Completed,

    [Obsolete("Not used; there for its number.")]
    ContinuedAsNew,
    Failed,

    [Obsolete("Not used; there for its number.")]
    Canceled,
    Terminated,
    Pending,
    Suspended,
}
