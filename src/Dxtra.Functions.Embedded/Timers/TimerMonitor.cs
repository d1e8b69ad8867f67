using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Functions.Embedded;

/// <summary>Remembers the occurrences of one timer over restarts.</summary>
internal sealed class TimerMonitor(string timer, TimerSchedule schedule, TimerStatusStore store)
{
    /// <summary>Null before <see cref="StartAsync"/>.</summary>
    public ScheduleStatus? Status { get; private set; }

    /// <summary>Takes up what was remembered and says whether an occurrence was missed.</summary>
    public async Task<bool> StartAsync(DateTime now, CancellationToken ct)
    {
        Status = await store.ReadAsync(timer, ct);
        // A schedule that was changed begins now: it makes up for nothing of the time before.
        if (Status is null || schedule.Next(Status.LastUpdated) != Status.Next)
            await SaveAsync(Status?.Last ?? default, now);
        return now > Status!.Next;
    }

    public Task RanAsync(DateTime started, DateTime ended) => SaveAsync(started, ended);

    private Task SaveAsync(DateTime last, DateTime reckonedFrom)
    {
        Status = new ScheduleStatus { Last = last, Next = schedule.Next(reckonedFrom), LastUpdated = reckonedFrom };
        return store.WriteAsync(timer, Status);
    }
}
