namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Reads from Klaviyo what webhooks did not bring in a time. A repeat changes nothing.</summary>
internal interface IGapFiller
{
    /// <returns>True when everything of that time was read; false when it is to be asked again.</returns>
    Task<bool> FillAsync(WebhookGap gap, CancellationToken cancellationToken);
}
