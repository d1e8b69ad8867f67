using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>An instance as stored. An execution is one run of it: continue-as-new and a replacement begin another.</summary>
internal sealed record InstanceRow(string Id, string Execution, string Name)
{
    public OrchestrationRuntimeStatus Status { get; init; } = OrchestrationRuntimeStatus.Pending;

    public DateTime Created { get; init; }

    public DateTime Updated { get; init; }

    /// <summary>Not to begin before.</summary>
    public DateTime? StartAt { get; init; }

    public string? Input { get; init; }

    public string? Output { get; init; }

    public string? CustomStatus { get; init; }

    /// <summary>A JSON object of texts, or null.</summary>
    public string? Tags { get; init; }

    public ParentLink? Parent { get; init; }

    public bool HasEnded => Status.HasEnded();

    public static string NewExecution() => Guid.CreateVersion7().ToString("N");
}
