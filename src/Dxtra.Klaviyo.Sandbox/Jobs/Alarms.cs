using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Jobs;

/// <summary>Work for later, done while the data's gate is held. None is done once the server has stopped.</summary>
internal sealed class Alarms(AccountData data, TimeProvider time) : IAsyncDisposable
{
    private readonly HashSet<ITimer> _timers = [];

    public bool Stopped { get; private set; }

    public void Set(TimeSpan delay, Action work)
    {
        lock (data.Gate)
        {
            if (Stopped)
                return;
            ITimer? timer = null;
            // The gate is held until the timer is known, so that it cannot go off before.
            timer = time.CreateTimer(_ => GoOff(timer!, work), state: null, delay, Timeout.InfiniteTimeSpan);
            _timers.Add(timer);
        }
    }

    public async ValueTask DisposeAsync()
    {
        List<ITimer> timers;
        lock (data.Gate)
        {
            Stopped = true;
            timers = [.. _timers];
            _timers.Clear();
        }

        foreach (var timer in timers)
            await timer.DisposeAsync();
    }

    private void GoOff(ITimer timer, Action work)
    {
        lock (data.Gate)
        {
            if (!_timers.Remove(timer))
                return;
            work();
        }

        timer.Dispose();
    }
}
