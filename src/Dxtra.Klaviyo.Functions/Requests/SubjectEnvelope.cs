namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What is kept encrypted with a request: the clear subject and the caller's free text, which may name people.</summary>
internal sealed record SubjectEnvelope(SubjectIdentity Subject, string? Note)
{
    public override string ToString() => "(subject)";
}
