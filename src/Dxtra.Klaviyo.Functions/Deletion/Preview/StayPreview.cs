namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Something that stays.</summary>
/// <param name="What"><c>events, recipientRecords, deletedProfiles, profile, memberships, segments, emailConsent, smsConsent, otherConsent</c>.</param>
/// <param name="Text">What and why, in words.</param>
internal sealed record StayPreview(string What, string Text);
