namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What a delivery to a processor's addresses is held against.</summary>
/// <param name="Registration">Null when there is no such processor, or it takes nothing any more.</param>
/// <param name="Signing">Of the system webhook.</param>
/// <param name="Flow">Of the flow webhook.</param>
internal sealed record WebhookEndpoint(WebhookRegistration? Registration, SecretPair Signing, SecretPair Flow)
{
    /// <summary>Takes as long to check as any other and lets nothing pass.</summary>
    public static WebhookEndpoint Nobodys { get; } = new(null, SecretPair.Nobodys, SecretPair.Nobodys);
}
