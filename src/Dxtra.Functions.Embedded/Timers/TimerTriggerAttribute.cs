using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// The parameter takes the <see cref="TimerInfo"/> of a run. <paramref name="schedule"/> is NCRONTAB in UTC with six fields
/// (seconds first) or five, a <see cref="TimeSpan"/>, or <c>%Name%</c> for a setting that holds one of them.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    public string Schedule { get; } = schedule;

    /// <summary>Remembers occurrences over restarts. Never in force for schedules under a minute.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Runs once at every start, too.</summary>
    public bool RunOnStartup { get; set; }
}
