namespace Microsoft.Azure.Functions.Worker;

/// <summary>What is remembered of a timer. Times are UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last run; <c>default</c> while there was none.</summary>
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    /// <summary>The time from which <see cref="Next"/> was reckoned.</summary>
    public DateTime LastUpdated { get; set; }
}
