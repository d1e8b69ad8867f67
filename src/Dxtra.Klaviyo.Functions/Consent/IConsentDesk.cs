namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Where every way ends: the ledger, the Processing Activity Log and the re-appearance watch learn of it here and only here.</summary>
internal interface IConsentDesk
{
    /// <summary>Takes news in any order and any number of times; the outcome is the same.</summary>
    Task<ConsentReceipt> TakeAsync(string controller, string processorId, IReadOnlyCollection<ConsentNews> news, CancellationToken cancellationToken);
}
