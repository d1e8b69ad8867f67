using System.Threading.Channels;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Instances that have a turn to take: each at most once in the queue, and never two turns of one at a time.</summary>
internal sealed class ReadyQueue
{
    private readonly Channel<string> _queue = Channel.CreateUnbounded<string>();
    private readonly Dictionary<string, State> _states = [];
    private readonly Lock _gate = new();

    private enum State
    {
        Queued,
        Running,
        RunningAndCalledAgain,
    }

    public void Add(string instanceId)
    {
        lock (_gate)
        {
            if (_states.TryAdd(instanceId, State.Queued))
                _queue.Writer.TryWrite(instanceId);
            else if (_states[instanceId] == State.Running)
                _states[instanceId] = State.RunningAndCalledAgain;
        }
    }

    /// <summary>Gives an instance whose turn it is; follow with <see cref="Done"/>.</summary>
    public async ValueTask<string> TakeAsync(CancellationToken ct)
    {
        var instanceId = await _queue.Reader.ReadAsync(ct);
        lock (_gate)
            _states[instanceId] = State.Running;
        return instanceId;
    }

    public void Done(string instanceId)
    {
        lock (_gate)
        {
            _states.Remove(instanceId, out var state);
            if (state == State.RunningAndCalledAgain)
                Add(instanceId);
        }
    }
}
