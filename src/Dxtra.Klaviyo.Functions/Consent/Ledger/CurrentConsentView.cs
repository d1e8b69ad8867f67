namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What holds for a person by the ledger; a channel of which nothing was heard is not among them.</summary>
internal sealed record CurrentConsentView(string SubjectKey, IReadOnlyList<ConsentHeld> Channels);
