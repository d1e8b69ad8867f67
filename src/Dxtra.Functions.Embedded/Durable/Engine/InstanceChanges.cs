namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Tells waiting clients that an instance's status is another one now.</summary>
internal sealed class InstanceChanges
{
    private readonly Dictionary<string, Watch> _watches = [];
    private readonly Lock _gate = new();

    /// <summary>Begins to watch. Look at the instance after this and before waiting, and nothing is missed.</summary>
    public Watch Begin(string instanceId)
    {
        lock (_gate)
        {
            if (!_watches.TryGetValue(instanceId, out var watch))
                _watches.Add(instanceId, watch = new(this, instanceId));
            watch.Watchers++;
            return watch;
        }
    }

    public void Publish(string instanceId)
    {
        lock (_gate)
        {
            if (_watches.Remove(instanceId, out var watch))
                watch.Signal.TrySetResult();
        }
    }

    private void End(Watch watch)
    {
        lock (_gate)
        {
            if (--watch.Watchers == 0 && _watches.GetValueOrDefault(watch.InstanceId) == watch)
                _watches.Remove(watch.InstanceId);
        }
    }

    internal sealed class Watch(InstanceChanges owner, string instanceId) : IDisposable
    {
        public string InstanceId { get; } = instanceId;

        public int Watchers { get; set; }

        public TaskCompletionSource Signal { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose() => owner.End(this);
    }
}
