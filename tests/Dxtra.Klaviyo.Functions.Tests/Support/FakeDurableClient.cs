using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Remembers what was scheduled and runs nothing.</summary>
internal sealed class FakeDurableClient() : DurableTaskClient("fake")
{
    private readonly ConcurrentDictionary<string, OrchestrationMetadata> _instances = new();

    /// <summary>The inputs by instance id.</summary>
    public ConcurrentDictionary<string, object?> Inputs { get; } = new();

    /// <summary>Set: scheduling fails with it.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Set: scheduling this instance alone fails.</summary>
    public string? Refused { get; set; }

    public OrchestrationMetadata this[string instanceId]
    {
        get => _instances[instanceId];
        set => _instances[instanceId] = value;
    }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        if (Fault is { } fault)
            return Task.FromException<string>(fault);
        var id = options!.InstanceId!;
        if (id == Refused)
            return Task.FromException<string>(new IOException("this one is refused"));
        Assert.True(Inputs.TryAdd(id, input), $"{id} was scheduled twice.");
        _instances[id] = new(orchestratorName.Name, id);
        return Task.FromResult(id);
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(_instances.GetValueOrDefault(instanceId));

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        throw new NotSupportedException();

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
