namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Where a line stands: its history, and which of it.</summary>
internal sealed record LedgerPlace(LedgerKey Key, string SourceHash, DateTimeOffset EffectiveAt);
