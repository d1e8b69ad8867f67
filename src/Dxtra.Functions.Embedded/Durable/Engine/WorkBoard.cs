using System.Threading.Channels;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>What there is to do, in memory. Nothing polls: those who work wait here, and committed transactions bring the work.</summary>
internal sealed class WorkBoard : IDisposable
{
    private readonly Channel<ActivityTask> _activities = Channel.CreateUnbounded<ActivityTask>();
    private readonly WakeQueue _wakes;

    public WorkBoard(TimeProvider time) => _wakes = new(time, Ready.Add);

    public ReadyQueue Ready { get; } = new();

    public InstanceChanges Changes { get; } = new();

    public ChannelReader<ActivityTask> Activities => _activities.Reader;

    public void Publish(Effects effects)
    {
        foreach (var activity in effects.Activities)
            _activities.Writer.TryWrite(activity);
        foreach (var (instanceId, due) in effects.Wakes)
            _wakes.Add(instanceId, due);
        foreach (var instanceId in effects.Ready)
            Ready.Add(instanceId);
        foreach (var instanceId in effects.Changed)
            Changes.Publish(instanceId);
    }

    public void WakeAt(string instanceId, DateTime due) => _wakes.Add(instanceId, due);

    public void Dispose() => _wakes.Dispose();
}
