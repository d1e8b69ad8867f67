namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What is kept encrypted with a request: the clear subject, the caller's free text, which may name people, and a passphrase.</summary>
internal sealed record SubjectEnvelope(SubjectIdentity Subject, string? Note)
{
    /// <summary>What the exports are encrypted with; null when they are not, and when they are gone.</summary>
    public string? Passphrase { get; init; }

    public override string ToString() => "(subject)";
}
