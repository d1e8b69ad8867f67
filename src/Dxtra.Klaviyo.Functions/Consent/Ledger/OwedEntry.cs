namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A promise, made before a line is added, that the activity log will hear of it; kept by whoever added the line, or else by a later sweep.</summary>
/// <param name="Place">The line.</param>
/// <param name="TakenBy">Who wants to add it: when the line says another, that one made a promise of its own.</param>
/// <param name="Since">When it was made.</param>
/// <param name="SealedProfile">The id of the profile, see <see cref="ProfileSeal"/>.</param>
internal sealed record OwedEntry(LedgerPlace Place, string TakenBy, DateTimeOffset Since, string SealedProfile);
