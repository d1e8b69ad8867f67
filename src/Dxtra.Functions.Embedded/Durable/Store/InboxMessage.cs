namespace Dxtra.Functions.Embedded.Durable;

/// <summary>
/// Something that waits to be delivered. <paramref name="Id"/> is its row; null for a timer that is due, which has its own table.
/// A message with an execution is for that run of the instance alone, one without is for whichever run there is.
/// </summary>
internal sealed record InboxMessage(long? Id, string? Execution, HistoryEvent Event);
