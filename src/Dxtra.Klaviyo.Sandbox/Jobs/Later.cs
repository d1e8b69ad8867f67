using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Happenings;

namespace Dxtra.Klaviyo.Sandbox.Jobs;

/// <summary>What takes effect after its call has been answered. Nothing takes effect once the server has stopped.</summary>
internal sealed class Later(AccountData data, ChangeJournal changes, HappeningPlan happenings, TimeProvider time) : IAsyncDisposable
{
    private readonly HashSet<ITimer> _timers = [];
    private bool _stopped;

    /// <summary>Does the work while the data's gate is held; at once when there is no delay. It is put down as the present actor's.</summary>
    public void Do(TimeSpan delay, Action work)
    {
        lock (data.Gate)
        {
            if (_stopped)
                return;
            if (delay == TimeSpan.Zero)
                TakeEffect(changes.Actor, work);
            else
                Start(delay, changes.Actor, work);
        }
    }

    public async ValueTask DisposeAsync()
    {
        List<ITimer> timers;
        lock (data.Gate)
        {
            _stopped = true;
            timers = [.. _timers];
            _timers.Clear();
        }

        foreach (var timer in timers)
            await timer.DisposeAsync();
    }

    private void Start(TimeSpan delay, string actor, Action work)
    {
        ITimer? timer = null;
        // The gate is held until the timer is known, so that it cannot go off before.
        timer = time.CreateTimer(_ => GoOff(timer!, actor, work), state: null, delay, Timeout.InfiniteTimeSpan);
        _timers.Add(timer);
    }

    private void GoOff(ITimer timer, string actor, Action work)
    {
        lock (data.Gate)
        {
            if (!_timers.Remove(timer))
                return;
            TakeEffect(actor, work);
        }

        timer.Dispose();
    }

    private void TakeEffect(string actor, Action work)
    {
        changes.As("sandbox", () => happenings.Advance(actor, beforeEffect: true));
        changes.As(actor, work);
    }
}
