namespace Microsoft.DurableTask.Client;

public class PurgeResult
{
    public PurgeResult(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
    }

    public PurgeResult(int count, bool? isComplete)
        : this(count)
    {
        IsComplete = isComplete;
    }

    public int PurgedInstanceCount { get; }

    /// <summary>False when time ran out with instances left; null when that could not happen.</summary>
    public bool? IsComplete { get; }
}
