namespace Dxtra.Klaviyo.Functions.Consent;

internal abstract record RotateWebhookResult
{
    private RotateWebhookResult()
    {
    }

    public sealed record Rotated(RotateWebhookView View) : RotateWebhookResult;

    public sealed record NoProcessor : RotateWebhookResult;

    /// <summary>There is nothing at Klaviyo that a secret could be given to.</summary>
    public sealed record NotRegistered(WebhookState State) : RotateWebhookResult;
}
