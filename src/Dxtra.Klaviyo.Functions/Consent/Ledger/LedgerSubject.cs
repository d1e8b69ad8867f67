namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A person of one processor, by the keyed hash of the profile's id.</summary>
internal sealed record LedgerSubject(string Controller, string ProcessorId, string SubjectKey);
