namespace Dxtra.Klaviyo.Functions.Consent;

internal interface IInboxDoors
{
    /// <summary>The door as it is now; a closed one for an inbox that has none yet.</summary>
    Task<InboxDoor> ReadAsync(string controller, string processorId, CancellationToken cancellationToken);

    /// <summary>Writes the door unless another has since it was read; null then.</summary>
    Task<InboxDoor?> TryWriteAsync(InboxDoor door, CancellationToken cancellationToken);
}
