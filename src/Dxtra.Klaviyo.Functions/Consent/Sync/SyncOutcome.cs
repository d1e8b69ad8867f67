namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>How a cycle ended. Only a completed one moves the watermark.</summary>
internal enum SyncOutcome
{
    Completed,

    /// <summary>Klaviyo does not take the key.</summary>
    AuthenticationFailed,

    /// <summary>The key may not read profiles.</summary>
    MissingScope,

    /// <summary>Klaviyo did not answer within our patience, or something of ours failed.</summary>
    Unavailable,

    /// <summary>The processor is not active any more.</summary>
    NotActive,
}
