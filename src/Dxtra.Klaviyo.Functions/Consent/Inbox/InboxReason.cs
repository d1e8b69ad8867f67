namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Why a message is kept.</summary>
internal enum InboxReason
{
    /// <summary>Not JSON, or JSON of another shape.</summary>
    Unreadable,

    /// <summary>Some of its events do not say whom they are about, or when they were; the others were worked off.</summary>
    EventsUnreadable,

    /// <summary>It has topics that we do not know.</summary>
    UnknownTopics,

    /// <summary>Working it off failed again and again.</summary>
    Failing,

    /// <summary>Its seal does not open: it was changed in storage, or the controller's key was.</summary>
    SealBroken,
}
