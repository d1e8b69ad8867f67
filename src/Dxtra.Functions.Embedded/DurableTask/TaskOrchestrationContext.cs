using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>
/// All that an orchestrator may use of the world. Its code runs again from the start on every turn, so clock, ids, waiting
/// and work come from here and from nowhere else.
/// </summary>
public abstract class TaskOrchestrationContext
{
    private ReplaySafeLogging? _logging;

    public abstract TaskName Name { get; }

    public abstract string InstanceId { get; }

    /// <summary>Null for an orchestration that a client started.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The time of the turn; it stands still within one.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    public abstract bool IsReplaying { get; }

    public virtual string Version => string.Empty;

    public virtual IReadOnlyDictionary<string, object?> Properties { get; } = new Dictionary<string, object?>();

    public virtual ILoggerFactory ReplaySafeLoggerFactory => Logging;

    protected abstract ILoggerFactory LoggerFactory { get; }

    private ReplaySafeLogging Logging => _logging ??= new(this, LoggerFactory);

    public abstract T? GetInput<T>();

    public virtual Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) =>
        CallActivityAsync<object>(name, input, options);

    public virtual Task CallActivityAsync(TaskName name, TaskOptions options) => CallActivityAsync(name, null, options);

    public virtual Task<TResult> CallActivityAsync<TResult>(TaskName name, TaskOptions options) =>
        CallActivityAsync<TResult>(name, null, options);

    /// <summary>Runs an activity, at least once, and gives its result, exactly once.</summary>
    /// <exception cref="TaskFailedException">It failed for good.</exception>
    public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

    public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) =>
        CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>Waits durably. A timer that is left running keeps the orchestration from ending: cancel the one that lost.</summary>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>Gives the next event of that name, whatever its case. Of several waiters the last one is served first.</summary>
    public abstract Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="WaitForExternalEvent{T}(string, TimeSpan, CancellationToken)"/>
    public Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout) =>
        WaitForExternalEvent<T>(eventName, timeout, CancellationToken.None);

    /// <exception cref="TaskCanceledException">The time ran out first.</exception>
    public async Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timerEnd = new CancellationTokenSource();
        using var waitEnd = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timer = CreateTimer(timeout, timerEnd.Token);
        var waiter = WaitForExternalEvent<T>(eventName, waitEnd.Token);

        var loser = await Task.WhenAny(timer, waiter) == waiter ? timerEnd : waitEnd;
        loser.Cancel();
        return await waiter;
    }

    /// <summary>Raises an event for another orchestration; one that is missing or has ended never gets it.</summary>
    public abstract void SendEvent(string instanceId, string eventName, object payload);

    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>Runs another orchestrator as a child and gives its result.</summary>
    /// <exception cref="TaskFailedException">It failed or was terminated.</exception>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null);

    public virtual Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync<TResult>(orchestratorName, null, options);

    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync(orchestratorName, null, options);

    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        CallSubOrchestratorAsync<object>(orchestratorName, input, options);

    /// <summary>Lets the orchestration begin anew, with fresh history, once its function returns. What that returns is ignored.</summary>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    public virtual void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ContinueAsNew(options.NewInput, options.PreserveUnprocessedEvents);
    }

    /// <summary>A version 5 UUID: another at each call, the same on replay.</summary>
    public abstract Guid NewGuid();

    public virtual ILogger CreateReplaySafeLogger(string categoryName) => Logging.CreateLogger(categoryName);

    public virtual ILogger CreateReplaySafeLogger(Type type) => Logging.Wrap(Logging.Innermost.CreateLogger(type));

    public virtual ILogger CreateReplaySafeLogger<T>() => Logging.Wrap(Logging.Innermost.CreateLogger<T>());

    /// <summary>Below zero, zero or above: no version comes before any; versions compare by number, else as text whatever the case.</summary>
    public virtual int CompareVersionTo(string version) =>
        (string.IsNullOrWhiteSpace(Version), string.IsNullOrWhiteSpace(version)) switch
        {
            (true, true) => 0,
            (true, false) => -1,
            (false, true) => 1,
            _ when System.Version.TryParse(Version, out var mine) && System.Version.TryParse(version, out var other) => mine.CompareTo(other),
            _ => string.Compare(Version, version, StringComparison.OrdinalIgnoreCase),
        };
}
