namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>What a probe showed of a scope.</summary>
internal enum ScopeState
{
    Granted,
    Missing,

    /// <summary>The account's plan lacks the feature, whatever the key's scopes.</summary>
    NotInPlan,

    /// <summary>Klaviyo gave no usable answer to the probe.</summary>
    Unknown,
}
