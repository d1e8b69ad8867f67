namespace Dxtra.Functions.Embedded.Durable;

/// <summary>The step of another orchestration that waits for this one.</summary>
internal sealed record ParentLink(string Id, string Name, string Execution, int TaskId);
