namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>How it stands with a processor's system webhook.</summary>
internal enum WebhookState
{
    /// <summary>To be registered; Klaviyo was not asked yet or did not answer.</summary>
    Pending,
    Active,

    /// <summary>The account's plan has no system webhooks.</summary>
    NotInPlan,

    /// <summary>The key may not register webhooks.</summary>
    NotPermitted,

    /// <summary>The account offers none of the topics that say something of consent.</summary>
    NoTopics,

    /// <summary>The app does not know where Klaviyo reaches it.</summary>
    NoAddress,

    /// <summary>Klaviyo refuses what we ask.</summary>
    Refused,

    /// <summary>To be removed at Klaviyo; deliveries are refused already.</summary>
    Removing,
    Removed,
}
