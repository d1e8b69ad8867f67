namespace Dxtra.Klaviyo.Functions.Requests;

internal enum GapReason
{
    MissingScope,
    Unavailable,

    /// <summary>The profile was gone when it was read: deleted or merged meanwhile.</summary>
    ProfileGone,

    /// <summary>This account's Klaviyo does not know the operation.</summary>
    NotOffered,

    /// <summary>Klaviyo cannot be asked for one person's, and there are too many to look through.</summary>
    TooManyToSearch,
}
