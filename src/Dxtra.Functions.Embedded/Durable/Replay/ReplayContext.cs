using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>The context of one turn: it notes what the code asks for and hands out what history and messages answer.</summary>
internal sealed class ReplayContext(InstanceRow instance, ILoggerFactory loggers, OrchestratorScheduler scheduler) : TaskOrchestrationContext
{
    private DateTime _now;
    private bool _replaying = true;
    private int _guids;
    private bool _keepsEvents;

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override ParentOrchestrationInstance? Parent { get; } =
        instance.Parent is { } parent ? new(parent.Name, parent.Id) : null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => _replaying;

    public StepRegister Steps { get; } = new();

    public EventInbox Events { get; } = new();

    /// <summary>JSON; null when the code has not set one.</summary>
    public string? CustomStatus { get; private set; }

    public bool ContinuesAsNew { get; private set; }

    public NextExecution? Next => ContinuesAsNew ? new(NextInput, _keepsEvents ? Events.Unread : []) : null;

    protected override ILoggerFactory LoggerFactory => loggers;

    private string? NextInput { get; set; }

    public void BeginTurn(DateTime now, bool replaying)
    {
        _now = now;
        _replaying = replaying;
    }

    public object? GetInput(Type type) => DurableJson.Read(instance.Input, type);

    public override T? GetInput<T>()
        where T : default => DurableJson.Read<T>(instance.Input);

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        EnsureOnTurn();
        ArgumentException.ThrowIfNullOrEmpty(name.Name);
        if (input is TaskOptions && options is null)
            throw new ArgumentException("TaskOptions were given as the activity's input. Name the parameter: options.", nameof(input));

        var payload = DurableJson.Write(input);
        var result = await Retries.RunAsync(
            this, options?.Retry, () => Steps.Open(id => new(EventKind.ActivityScheduled, id, name) { Input = payload }));
        return DurableJson.Read<TResult>(result)!;
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        EnsureOnTurn();
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name);
        var child = InstanceIds.Checked((options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N"));
        var payload = DurableJson.Write(input);
        var tags = options?.Tags is { Count: > 0 } given ? DurableJson.Write(given) : null;
        var result = await Retries.RunAsync(this, options?.Retry, () => Steps.Open(
            id => new(EventKind.ChildScheduled, id, orchestratorName) { Input = payload, Target = child, Tags = tags }));
        return DurableJson.Read<TResult>(result)!;
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        EnsureOnTurn();
        var due = fireAt.ToUniversalTime();
        return Steps.Open(id => new(EventKind.TimerCreated, id, string.Empty) { Due = due }, cancellationToken);
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        EnsureOnTurn();
        return DurableJson.Read<T>(await Events.Wait(eventName, typeof(T), cancellationToken))!;
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        EnsureOnTurn();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var data = DurableJson.Write(payload);
        Steps.Add(id => new(EventKind.EventSent, id, eventName) { Input = data, Target = instanceId });
    }

    public override void SetCustomStatus(object? customStatus)
    {
        EnsureOnTurn();
        CustomStatus = DurableJson.Write(customStatus) ?? "null";
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        EnsureOnTurn();
        ContinuesAsNew = true;
        NextInput = DurableJson.Write(newInput);
        _keepsEvents = preserveUnprocessedEvents;
    }

    public override Guid NewGuid()
    {
        EnsureOnTurn();
        return DeterministicGuid.Create($"{instance.Execution}/{_guids++}");
    }

    private void EnsureOnTurn()
    {
        if (!scheduler.IsOnTurn)
            throw new ForeignAwaitException();
    }
}
