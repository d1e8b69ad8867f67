namespace Dxtra.Functions.Embedded.Durable;

/// <summary>
/// Runs an orchestrator's continuations one after the other on the thread of its turn. Code that awaits something which is not
/// durable comes back from another thread or after the turn: that is noticed, and it is not run.
/// </summary>
internal sealed class OrchestratorScheduler : TaskScheduler
{
    private readonly Queue<Task> _ready = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private volatile bool _closed;
    private volatile bool _sawForeigner;

    public bool SawForeigner => _sawForeigner;

    public bool IsOnTurn => !_closed && Environment.CurrentManagedThreadId == _thread;

    public void Drain()
    {
        while (_ready.TryDequeue(out var task))
            TryExecuteTask(task);
    }

    public void Close() => _closed = true;

    protected override void QueueTask(Task task)
    {
        if (IsOnTurn)
            _ready.Enqueue(task);
        else
            _sawForeigner = true;
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
