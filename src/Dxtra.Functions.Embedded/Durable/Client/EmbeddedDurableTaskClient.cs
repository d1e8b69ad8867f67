using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>The client, in the same process as the engine.</summary>
internal sealed class EmbeddedDurableTaskClient(DurableStore store, WorkBoard board) : DurableTaskClient("embedded")
{
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var instance = NewInstance(orchestratorName, DurableJson.Write(input), options?.InstanceId) with
        {
            StartAt = options?.StartAt?.UtcDateTime,
            Tags = options?.Tags is { Count: > 0 } tags ? DurableJson.Write(tags) : null,
        };
        await AddAsync(instance, options?.DedupeStatuses?.Select(Enum.Parse<OrchestrationRuntimeStatus>).ToHashSet());
        return instance.Id;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return SendAsync(instanceId, EventKind.EventRaised, eventName, DurableJson.Write(eventPayload), cancellation);
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var kind = options?.Recursive == true ? EventKind.TerminateTree : EventKind.Terminate;
        return SendAsync(instanceId, kind, null, DurableJson.Write(options?.Output), cancellation);
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, EventKind.Suspend, null, reason, cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, EventKind.Resume, null, reason, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, row => row.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, row => row.HasEnded, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Find(instanceId)?.ToMetadata(getInputsAndOutputs));
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstancePages(store, filter ?? new());

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Find(instanceId) is { HasEnded: false } running)
            throw new InvalidOperationException($"Orchestration '{instanceId}' is {running.Status}; only one that has ended can be purged.");
        return new(await store.WriteAsync((session, _) => Purge.Remove(session, instanceId, options?.Recursive == true)));
    }

    public override Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Timeout <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(filter), "The timeout of a purge must be above zero.");
        return new PurgeRun(store, filter, options?.Recursive == true).RunAsync(cancellation);
    }

    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var ended = Find(instanceId) ?? throw NotFound(instanceId);
        if (!ended.HasEnded && !restartWithNewInstanceId)
            throw new InvalidOperationException($"Orchestration '{instanceId}' is {ended.Status}; only one that has ended can be restarted.");
        var again = NewInstance(ended.Name, ended.Input, restartWithNewInstanceId ? null : instanceId) with { Tags = ended.Tags };
        await AddAsync(again, blocking: null);
        return again.Id;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static ArgumentException NotFound(string instanceId) => new($"There is no orchestration '{instanceId}'.", nameof(instanceId));

    private InstanceRow NewInstance(string name, string? input, string? id)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var now = store.Now;
        return new(InstanceIds.Checked(id), InstanceRow.NewExecution(), name) { Created = now, Updated = now, Input = input };
    }

    private async Task AddAsync(InstanceRow instance, IReadOnlyCollection<OrchestrationRuntimeStatus>? blocking)
    {
        if (!await store.WriteAsync((session, effects) => Starts.TryAdd(session, effects, instance, blocking)))
            throw new OrchestrationAlreadyExistsException($"An orchestration with the id '{instance.Id}' already exists.");
    }

    private InstanceRow? Find(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return store.Read(session => InstanceTable.Find(session, instanceId));
    }

    private async Task SendAsync(string instanceId, EventKind kind, string? name, string? data, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        var message = new HistoryEvent(kind, -1, name, data, store.Now);
        var result = await store.WriteAsync((session, effects) => Inbox.Send(session, effects, instanceId, null, message));
        if (result == SendResult.NotFound)
            throw NotFound(instanceId);
        if (result == SendResult.HasEnded)
            throw new InvalidOperationException($"Orchestration '{instanceId}' has ended.");
    }

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, Func<InstanceRow, bool> isReached, bool withPayloads, CancellationToken cancellation)
    {
        while (true)
        {
            using var watch = board.Changes.Begin(instanceId);
            if (Find(instanceId) is { } row && isReached(row))
                return row.ToMetadata(withPayloads);
            await watch.Signal.Task.WaitAsync(cancellation);
        }
    }
}
