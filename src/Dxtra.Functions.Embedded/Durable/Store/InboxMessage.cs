namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Something that waits to be delivered. <paramref name="Id"/> is its row; null for a timer that is due, which has its own table.</summary>
internal sealed record InboxMessage(long? Id, HistoryEvent Event);
