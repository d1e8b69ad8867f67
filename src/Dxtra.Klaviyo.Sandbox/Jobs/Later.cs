using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Happenings;

namespace Dxtra.Klaviyo.Sandbox.Jobs;

/// <summary>What takes effect after its call has been answered.</summary>
internal sealed class Later(AccountData data, ChangeJournal changes, HappeningPlan happenings, Alarms alarms)
{
    /// <summary>Does the work while the data's gate is held; at once when there is no delay. It is put down as the present actor's.</summary>
    public void Do(TimeSpan delay, Action work)
    {
        lock (data.Gate)
        {
            if (alarms.Stopped)
                return;
            var actor = changes.Actor;
            if (delay == TimeSpan.Zero)
                TakeEffect(actor, work);
            else
                alarms.Set(delay, () => TakeEffect(actor, work));
        }
    }

    private void TakeEffect(string actor, Action work)
    {
        changes.As("sandbox", () => happenings.Advance(actor, beforeEffect: true));
        changes.As(actor, work);
    }
}
