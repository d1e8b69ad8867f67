namespace Dxtra.Functions.Embedded.Durable;

/// <summary>
/// One line of history. <paramref name="TaskId"/> is the sequence number of the step that it is or answers, −1 otherwise.
/// <paramref name="Data"/> is a result, a payload or a failure as JSON; of a step, the other instance's id or the due time.
/// </summary>
internal sealed record HistoryEvent(EventKind Kind, int TaskId, string? Name, string? Data, DateTime At);
