namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What a line of the ledger came to, beside the others of its history.</summary>
internal enum LedgerOutcome
{
    /// <summary>From then on another state held.</summary>
    Changed,

    /// <summary>It says what held already, or what another line says of the same change.</summary>
    Repeated,

    /// <summary>Klaviyo's news of a change of ours.</summary>
    Echo,

    /// <summary>Inside the skew window something more restrictive was said.</summary>
    Overridden,
}
