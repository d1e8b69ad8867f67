namespace Dxtra.Functions.Embedded.Durable;

/// <summary>An activity to run. Its row <paramref name="Id"/> is never used again: whoever deletes it owns the result.</summary>
internal sealed record ActivityTask(long Id, string InstanceId, string Execution, int TaskId, string Name, string? Input);
