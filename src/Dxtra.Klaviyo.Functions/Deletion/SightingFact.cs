namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>One thing that was asked in a re-read.</summary>
/// <param name="By">What was asked: <c>profileId, email, phone, externalId, lists, events, emailConsent, smsConsent</c>.</param>
/// <param name="Seen">What was seen.</param>
internal sealed record SightingFact(string By, Seen Seen);
