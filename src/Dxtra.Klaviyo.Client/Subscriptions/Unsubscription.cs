namespace Dxtra.Klaviyo.Client;

/// <summary>Consent taken back.</summary>
public sealed record Unsubscription : ConsentChange;
