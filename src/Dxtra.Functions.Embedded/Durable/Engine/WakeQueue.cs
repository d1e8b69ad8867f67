namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Calls instances at their times with one timer, set for the earliest. A call too many does no harm: the turn finds nothing due.</summary>
internal sealed class WakeQueue : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly PriorityQueue<string, DateTime> _queue = new();
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Action<string> _wake;
    private readonly ITimer _timer;

    public WakeQueue(TimeProvider time, Action<string> wake)
    {
        _time = time;
        _wake = wake;
        _timer = time.CreateTimer(_ => WakeDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(string instanceId, DateTime due)
    {
        lock (_gate)
        {
            _queue.Enqueue(instanceId, due);
            if (_queue.Peek() == instanceId)
                SetTimer();
        }
    }

    public void Dispose() => _timer.Dispose();

    private void WakeDue()
    {
        lock (_gate)
        {
            while (_queue.TryPeek(out var instanceId, out var due) && due <= _time.GetUtcNow().UtcDateTime)
            {
                _queue.Dequeue();
                _wake(instanceId);
            }

            SetTimer();
        }
    }

    private void SetTimer()
    {
        if (!_queue.TryPeek(out _, out var due))
            return;
        // Rounded up to a millisecond, a timer's unit: an early call would find nothing due and be set again.
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling((due - _time.GetUtcNow().UtcDateTime).TotalMilliseconds));
        _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }
}
