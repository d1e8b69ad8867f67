namespace Dxtra.Functions.Embedded.Durable;

/// <summary>External events and who waits for them: names whatever their case, the last waiter first, early events kept.</summary>
internal sealed class EventInbox
{
    private readonly Dictionary<string, List<Waiter>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HistoryEvent> _unread = [];

    public bool AnyWaiter => _waiters.Values.Any(stack => stack.Count > 0);

    public IReadOnlyList<HistoryEvent> Unread => _unread;

    /// <exception cref="ArgumentException">Another type is being waited for under that name.</exception>
    public Task<string?> Wait(string name, Type type, CancellationToken cancellation)
    {
        if (!_waiters.TryGetValue(name, out var stack))
            _waiters.Add(name, stack = []);
        if (stack is [var other, ..] && other.Type != type)
            throw new ArgumentException($"Event '{name}' is already waited for as {other.Type}; it cannot be waited for as {type} too.");

        var waiter = new Waiter(type);
        var early = _unread.FindIndex(raised => string.Equals(raised.Name, name, StringComparison.OrdinalIgnoreCase));
        if (early >= 0)
        {
            waiter.Event.SetResult(_unread[early].Data);
            _unread.RemoveAt(early);
            return waiter.Event.Task;
        }

        stack.Add(waiter);
        cancellation.Register(() =>
        {
            // The waiter goes, so that the next event is not given to someone who has left.
            if (stack.Remove(waiter))
                waiter.Event.TrySetCanceled(cancellation);
        });
        return waiter.Event.Task;
    }

    public void Raise(HistoryEvent raised)
    {
        if (!_waiters.TryGetValue(raised.Name!, out var stack) || stack.Count == 0)
        {
            _unread.Add(raised);
            return;
        }

        var waiter = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        waiter.Event.SetResult(raised.Data);
    }

    private sealed record Waiter(Type Type)
    {
        public TaskCompletionSource<string?> Event { get; } = new();
    }
}
