namespace Dxtra.Klaviyo.Client;

/// <summary>What Klaviyo answered to the request to delete a profile.</summary>
public enum DeletionAnswer
{
    /// <summary>
    /// Taken (202). Klaviyo deletes later and gives no job to ask after: whether the profile is gone, only reading it tells.
    /// </summary>
    Accepted,

    /// <summary>There is no such profile (404 in Klaviyo's own form): deleted before, merged into another, or never there.</summary>
    AlreadyGone,
}
