namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A processor's webhooks as we know them, and the way from a webhook's address to the controller.</summary>
internal sealed record WebhookRegistration
{
    public required string ControllerDid { get; init; }
    public required string ProcessorId { get; init; }
    public required WebhookState State { get; init; }

    /// <summary>When to look at Klaviyo again.</summary>
    public required DateTimeOffset NextCheckAt { get; init; }

    /// <summary>Klaviyo's id of the system webhook.</summary>
    public string? WebhookId { get; init; }

    /// <summary>Where Klaviyo was told to send; it never says so itself.</summary>
    public Uri? Address { get; init; }

    /// <summary>The ids of its topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The current secret was made and Klaviyo is not known to have it.</summary>
    public bool SecretPending { get; init; }

    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>When it was last seen to be switched on.</summary>
    public DateTimeOffset? LastGoodAt { get; init; }

    /// <summary>When the flow webhook was first used, with whichever secret; null when it was not.</summary>
    public DateTimeOffset? FlowUsedAt { get; init; }

    /// <summary>Some flow has the current secret of the flow webhook.</summary>
    public bool IsFlowSecretUsed { get; init; }

    /// <summary>Nothing is taken for a processor that is being given up.</summary>
    public bool IsOpen => State is not (WebhookState.Removing or WebhookState.Removed);
}
