namespace Dxtra.Klaviyo.Functions.Requests;

internal enum GapReason
{
    MissingScope,
    Unavailable,

    /// <summary>The profile was gone when it was read: deleted or merged meanwhile.</summary>
    ProfileGone,
}
