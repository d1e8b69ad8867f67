namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What is done about a profile, in this order: it cannot bring a deleted person back.</summary>
internal enum ErasureStep
{
    /// <summary>Its identifiers are marked: no write of ours names them from here on, but for the steps below.</summary>
    Tombstone,

    /// <summary>It is taken off a list.</summary>
    LeaveList,

    /// <summary>Its address is unsubscribed from e-mail marketing.</summary>
    UnsubscribeEmail,

    /// <summary>Its number is unsubscribed from SMS.</summary>
    UnsubscribeSms,

    /// <summary>Klaviyo is asked to delete it, by id.</summary>
    Delete,
}
