using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Microsoft.DurableTask.Client;

/// <summary>An orchestration instance as it stands. Input, output and custom status are there only if they were asked for.</summary>
public sealed class OrchestrationMetadata(string name, string instanceId)
{
    public string Name { get; } = name;

    public string InstanceId { get; } = instanceId;

    /// <summary>Set if input, output and custom status were asked for.</summary>
    public DataConverter? DataConverter { get; init; }

    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastUpdatedAt { get; init; }

    public string? SerializedInput { get; init; }

    /// <summary>JSON when completed or terminated; plain text when failed (the exception) or suspended (the reason).</summary>
    public string? SerializedOutput { get; init; }

    public string? SerializedCustomStatus { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary.Create<string, string>();

    /// <summary>Null even for a failed instance, as on the official host: its output says why.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    public bool IsRunning => RuntimeStatus == OrchestrationRuntimeStatus.Running;

    public bool IsCompleted => RuntimeStatus
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    [MemberNotNullWhen(true, nameof(DataConverter))]
    private bool HasPayloads => DataConverter is not null;

    /// <exception cref="InvalidOperationException">The instance was fetched without inputs and outputs.</exception>
    public T? ReadInputAs<T>() => Read<T>(SerializedInput);

    /// <inheritdoc cref="ReadInputAs{T}"/>
    public T? ReadOutputAs<T>() => Read<T>(SerializedOutput);

    /// <inheritdoc cref="ReadInputAs{T}"/>
    public T? ReadCustomStatusAs<T>() => Read<T>(SerializedCustomStatus);

    /// <summary>Id, name, status and times; no payload.</summary>
    public override string ToString() =>
        $"[{InstanceId}: {Name}, {RuntimeStatus}, created {CreatedAt:s}, updated {LastUpdatedAt:s}]";

    private T? Read<T>(string? payload) => HasPayloads
        ? DataConverter.Deserialize<T>(payload)
        : throw new InvalidOperationException("The instance was fetched without its inputs and outputs (getInputsAndOutputs).");
}
