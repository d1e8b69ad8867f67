namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What came of an order on one channel, from the best to the worst; that of the whole order is the worst of them.</summary>
internal enum ConsentOutcome
{
    /// <summary>Klaviyo showed it on re-reading, or it was so already.</summary>
    Confirmed,

    /// <summary>A later order for the same person says something about the channel; this one gave way.</summary>
    Superseded,

    /// <summary>Klaviyo asks the person first (double opt-in).</summary>
    PendingConfirmation,

    /// <summary>Klaviyo took it, and within our patience nothing showed.</summary>
    Unconfirmed,

    /// <summary>Nobody has the identifiers, and no profile was to be made.</summary>
    NoSuchProfile,

    /// <summary>The person was erased: nothing was sent.</summary>
    Refused,

    /// <summary>Nothing was sent, or Klaviyo did not take it; see the reason.</summary>
    Failed,
}
