namespace Dxtra.Functions.Embedded.Durable;

/// <summary>How an orchestration begins anew: its input and the events that it has not read.</summary>
internal sealed record NextExecution(string? Input, IReadOnlyList<HistoryEvent> Events);
