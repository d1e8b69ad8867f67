namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Reads in Klaviyo's events what they say of consent. Both families of SMS names, and metrics by id with their names of old.</summary>
internal interface IConsentEvents
{
    /// <summary>The news in them; an event that says nothing of consent has none.</summary>
    Task<IReadOnlyList<ConsentNews>> ReadAsync(
        string controller, string processorId, IReadOnlyCollection<ArrivedEvent> events, ConsentWay way, CancellationToken cancellationToken);
}
