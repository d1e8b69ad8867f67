namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>How the person is known: at least one identifier. Clear text: never in a log, an orchestration or an error.</summary>
internal sealed record SubjectIdentity(string? Email, string? Phone, string? ExternalId, string? ProfileId)
{
    /// <summary>Redacted, so that an identity that slips into a log line says nothing.</summary>
    public override string ToString() => "(subject)";
}
