namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A message of the inbox without its content.</summary>
/// <param name="State">Where it lies.</param>
/// <param name="ControllerDid">Whose it is.</param>
/// <param name="ProcessorId">Whose address it came to.</param>
/// <param name="Id">Made of its content: the same content is the same message.</param>
/// <param name="Kind">The address.</param>
/// <param name="ReceivedAt">When it came first.</param>
internal sealed record InboxItem(InboxState State, string ControllerDid, string ProcessorId, string Id, InboxKind Kind, DateTimeOffset ReceivedAt)
{
    public long Bytes { get; init; }

    /// <summary>How often working it off has failed.</summary>
    public int Attempts { get; init; }

    /// <summary>Not to be tried before.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    public InboxReason? Reason { get; init; }

    /// <summary>How many events in it are not understood.</summary>
    public int Left { get; init; }

    public bool IsDue(DateTimeOffset now) => NotBefore is null || NotBefore <= now;
}
