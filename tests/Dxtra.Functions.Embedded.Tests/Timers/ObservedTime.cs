using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Functions.Embedded.Tests.Timers;

/// <summary>A clock that moves by hand, and that tells when somebody has begun to wait on it.</summary>
internal sealed class ObservedTime(DateTimeOffset start) : FakeTimeProvider(start), IDisposable
{
    private readonly SemaphoreSlim _waiting = new(0);

    /// <summary>Moves on once somebody waits, so that the step cannot come too early.</summary>
    public async Task StepAsync(TimeSpan step)
    {
        await WaitedForAsync();
        Advance(step);
    }

    public async Task WaitedForAsync() =>
        Assert.True(await _waiting.WaitAsync(TimeSpan.FromSeconds(20)), "nobody waits on the clock");

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waiting.Release();
        return timer;
    }

    public void Dispose() => _waiting.Dispose();
}
