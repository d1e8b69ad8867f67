namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>Events on their way to one receiver, with every attempt to hand them over. Changed only while the data's gate is held.</summary>
internal sealed class Delivery(string id, IRecipient recipient, IReadOnlyList<DeliveredEvent> events, DateTimeOffset created)
{
    /// <summary>A ULID.</summary>
    public string Id => id;

    public IRecipient Recipient => recipient;

    public IReadOnlyList<DeliveredEvent> Events => events;

    public DateTimeOffset Created => created;

    public List<DeliveryAttempt> Attempts { get; } = [];

    public DeliveryState State { get; set; } = DeliveryState.Waiting;

    /// <summary>What was sent last; null before, and when so many came since that it is no longer kept.</summary>
    public DeliveryCall? LastCall { get; set; }
}
