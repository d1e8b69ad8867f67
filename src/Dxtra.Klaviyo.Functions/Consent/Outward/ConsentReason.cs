namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Why an outcome is what it is, where that is not plain.</summary>
internal enum ConsentReason
{
    /// <summary>It was so before; nothing was sent.</summary>
    AlreadySo,

    /// <summary>The person was erased from this account.</summary>
    ErasedPerson,

    /// <summary>The identifiers lead to profiles with different addresses or numbers: whose consent is meant is not clear.</summary>
    SeveralProfiles,

    /// <summary>Another profile has the same address or number, and consent goes by that.</summary>
    SharedIdentifier,

    /// <summary>The profile has no address, or no number, for this channel.</summary>
    NoIdentifier,

    /// <summary>There is no such list in the account.</summary>
    NoSuchList,

    /// <summary>Klaviyo does not accept the address or number.</summary>
    NotAccepted,

    /// <summary>The key may not do this.</summary>
    MissingScope,

    /// <summary>Klaviyo does not take the key.</summary>
    KeyRefused,

    /// <summary>Klaviyo, or our own storage, was not to be reached for long.</summary>
    Unavailable,
}
