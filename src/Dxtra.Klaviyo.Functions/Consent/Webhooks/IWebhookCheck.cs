namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Looks whether a processor's webhook at Klaviyo is what it should be, and puts it right.</summary>
internal interface IWebhookCheck
{
    /// <returns>How it stands now; null when the processor has none to look after.</returns>
    Task<WebhookState?> CheckAsync(string controller, string processorId, CancellationToken cancellationToken);
}
