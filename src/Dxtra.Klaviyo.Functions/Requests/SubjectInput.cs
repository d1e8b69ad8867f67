namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The subject as a caller wrote it, unchecked.</summary>
internal sealed record SubjectInput(string? Email, string? Phone, string? ExternalId, string? ProfileId)
{
    public override string ToString() => "(subject)";
}
