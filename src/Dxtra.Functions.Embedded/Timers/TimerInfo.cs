namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function is told about its run.</summary>
public class TimerInfo
{
    /// <summary>Null where occurrences are not remembered: <see cref="TimerTriggerAttribute.UseMonitor"/> off, or a schedule under a minute.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>The occurrence was missed, because no process was running, and is made up for now.</summary>
    public bool IsPastDue { get; set; }
}
