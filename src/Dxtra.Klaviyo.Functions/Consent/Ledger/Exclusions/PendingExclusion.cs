namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A person who unsubscribed or was suppressed, and is yet to be seen out of reach of campaigns and flows.</summary>
/// <param name="Key">The channel that it is about.</param>
/// <param name="SealedProfile">The id of the profile, see <see cref="ProfileSeal"/>.</param>
/// <param name="Since">When we heard of it.</param>
internal sealed record PendingExclusion(LedgerKey Key, string SealedProfile, DateTimeOffset Since);
