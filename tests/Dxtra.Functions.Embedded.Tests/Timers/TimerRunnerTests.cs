using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Functions.Embedded.Tests.Timers;

public sealed class TimerRunnerTests : IAsyncLifetime
{
    private const string EveryFiveMinutes = "0 */5 * * * *";

    private readonly TimerBench _bench = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Runs_at_each_occurrence_and_not_before()
    {
        _bench.Start(typeof(TimerBench.Monitored), EveryFiveMinutes);
        await _bench.Time.StepAsync(TimeSpan.FromSeconds(179));
        Assert.False(_bench.HasRun);

        _bench.Time.Advance(TimeSpan.FromSeconds(1));
        var first = await _bench.RunAsync();
        await _bench.Time.StepAsync(TimeSpan.FromMinutes(5));
        var second = await _bench.RunAsync();

        AssertStatus(first, last: default, next: At(12, 5));
        AssertStatus(second, last: At(12, 5), next: At(12, 10));
        Assert.False(first.IsPastDue);
        Assert.False(second.IsPastDue);
    }

    [Fact]
    public async Task Waits_for_an_occurrence_that_is_hours_away()
    {
        _bench.Start(typeof(TimerBench.Monitored), "0 0 15 * * *");
        for (var hour = 0; hour < 2; hour++)
            await _bench.Time.StepAsync(TimeSpan.FromHours(1));
        await _bench.Time.WaitedForAsync();
        Assert.False(_bench.HasRun);

        _bench.Time.Advance(TimeSpan.FromMinutes(58));

        AssertStatus(await _bench.RunAsync(), last: default, next: At(15, 0));
    }

    [Fact]
    public async Task A_schedule_under_a_minute_has_no_status_and_keeps_none()
    {
        _bench.Start(typeof(TimerBench.Monitored), "*/10 * * * * *");
        await _bench.Time.StepAsync(TimeSpan.FromSeconds(10));

        Assert.Null((await _bench.RunAsync()).ScheduleStatus);
        await _bench.Time.WaitedForAsync();
        Assert.Empty(_bench.StatusFiles);
    }

    [Fact]
    public async Task Without_the_monitor_there_is_no_status_either()
    {
        _bench.Start(typeof(TimerBench.Unmonitored), EveryFiveMinutes);
        await _bench.Time.StepAsync(TimeSpan.FromMinutes(3));

        Assert.Null((await _bench.RunAsync()).ScheduleStatus);
        await _bench.Time.WaitedForAsync();
        Assert.Empty(_bench.StatusFiles);
    }

    [Fact]
    public async Task Runs_on_startup_where_asked_to()
    {
        _bench.Start(typeof(TimerBench.AtStartup), EveryFiveMinutes);

        Assert.False((await _bench.RunAsync()).IsPastDue);
        await _bench.Time.StepAsync(TimeSpan.FromMinutes(3));
        await _bench.RunAsync();
    }

    [Fact]
    public async Task An_occurrence_missed_while_no_process_ran_is_made_up_for_once()
    {
        _bench.Start(typeof(TimerBench.Monitored), EveryFiveMinutes);
        await _bench.Time.StepAsync(TimeSpan.FromMinutes(3));
        await _bench.RunAsync();
        await _bench.Time.WaitedForAsync();
        await _bench.StopAsync();

        _bench.Time.Advance(TimeSpan.FromMinutes(12));
        _bench.Start(typeof(TimerBench.Monitored), EveryFiveMinutes);
        var made = await _bench.RunAsync();
        await _bench.Time.StepAsync(TimeSpan.FromMinutes(3));
        var next = await _bench.RunAsync();

        Assert.True(made.IsPastDue);
        AssertStatus(made, last: At(12, 5), next: At(12, 10));
        Assert.False(next.IsPastDue);
        AssertStatus(next, last: At(12, 17), next: At(12, 20));
    }

    [Fact]
    public async Task A_first_occurrence_that_was_missed_is_made_up_for_too()
    {
        _bench.Start(typeof(TimerBench.Monitored), EveryFiveMinutes);
        await _bench.Time.WaitedForAsync();
        await _bench.StopAsync();

        _bench.Time.Advance(TimeSpan.FromMinutes(4));
        _bench.Start(typeof(TimerBench.Monitored), EveryFiveMinutes);

        Assert.True((await _bench.RunAsync()).IsPastDue);
    }

    [Fact]
    public async Task A_restart_that_misses_nothing_makes_up_for_nothing()
    {
        _bench.Start(typeof(TimerBench.Monitored), EveryFiveMinutes);
        await _bench.Time.WaitedForAsync();
        await _bench.StopAsync();

        _bench.Time.Advance(TimeSpan.FromMinutes(2));
        _bench.Start(typeof(TimerBench.Monitored), EveryFiveMinutes);
        await _bench.Time.WaitedForAsync();

        Assert.False(_bench.HasRun);
    }

    [Fact]
    public async Task A_changed_schedule_begins_at_the_restart()
    {
        _bench.Start(typeof(TimerBench.Monitored), EveryFiveMinutes);
        await _bench.Time.WaitedForAsync();
        await _bench.StopAsync();

        _bench.Time.Advance(TimeSpan.FromHours(2));
        _bench.Start(typeof(TimerBench.Monitored), "0 0 * * * *");
        await _bench.Time.StepAsync(TimeSpan.FromMinutes(58));
        var run = await _bench.RunAsync();

        Assert.False(run.IsPastDue);
        AssertStatus(run, last: default, next: At(15, 0));
    }

    [Fact]
    public async Task Occurrences_that_fall_into_a_run_are_skipped()
    {
        var gate = new TaskCompletionSource();
        _bench.Work = _ => gate.Task;
        _bench.Start(typeof(TimerBench.Monitored), EveryFiveMinutes);
        await _bench.Time.StepAsync(TimeSpan.FromMinutes(3));
        await _bench.RunAsync();

        _bench.Time.Advance(TimeSpan.FromMinutes(7));
        Assert.False(_bench.HasRun);
        gate.SetResult();
        await _bench.Time.StepAsync(TimeSpan.FromMinutes(3));

        AssertStatus(await _bench.RunAsync(), last: At(12, 5), next: At(12, 15));
    }

    [Fact]
    public async Task An_exception_is_logged_without_its_text_and_the_schedule_goes_on()
    {
        _bench.Work = _ => throw new TimeZoneNotFoundException("ada@example.com");
        _bench.Start(typeof(TimerBench.Monitored), EveryFiveMinutes);
        await _bench.Time.StepAsync(TimeSpan.FromMinutes(3));
        await _bench.RunAsync();
        await _bench.Time.StepAsync(TimeSpan.FromMinutes(5));
        await _bench.RunAsync();

        var logged = _bench.Logs.Lines.Where(line => !line.StartsWith("Debug", StringComparison.Ordinal));
        Assert.Contains("Timer function Tick failed with System.TimeZoneNotFoundException", logged.First(), StringComparison.Ordinal);
        Assert.DoesNotContain(logged, line => line.Contains("ada@example.com", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_a_stop_breaks_off_is_past_due_at_the_next_start()
    {
        _bench.Work = ct => Task.Delay(Timeout.Infinite, ct);
        _bench.Start(typeof(TimerBench.Monitored), EveryFiveMinutes);
        await _bench.Time.StepAsync(TimeSpan.FromMinutes(3));
        await _bench.RunAsync();
        await _bench.StopAsync();

        _bench.Time.Advance(TimeSpan.FromSeconds(1));
        _bench.Start(typeof(TimerBench.Monitored), EveryFiveMinutes);
        var again = await _bench.RunAsync();

        Assert.True(again.IsPastDue);
        AssertStatus(again, last: default, next: At(12, 5));
    }

    private static void AssertStatus(TimerInfo timer, DateTime last, DateTime next) =>
        Assert.Equal((last, next), (timer.ScheduleStatus!.Last, timer.ScheduleStatus.Next));

    private static DateTime At(int hour, int minute) => new(2026, 3, 1, hour, minute, 0, DateTimeKind.Utc);
}
