namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>How consent changes reach us.</summary>
internal enum ConsentSource
{
    Webhook,
    FlowWebhook,

    /// <summary>Neither kind of webhook: by the regular synchronisation.</summary>
    Fallback,
}
