namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>How a change came to us.</summary>
internal enum ConsentWay
{
    Webhook,
    FlowWebhook,
    Sync,

    /// <summary>A full comparison with what Klaviyo holds.</summary>
    Reconciliation,

    /// <summary>Ours: set through the API, seen in Klaviyo afterwards.</summary>
    Dxtra,
}
