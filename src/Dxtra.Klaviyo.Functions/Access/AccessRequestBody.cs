using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The body of <c>POST P/access-requests</c>.</summary>
internal sealed record AccessRequestBody(
    SubjectInput? Subject, IReadOnlyList<string>? Formats, string? Regulation, DateTimeOffset? ReceivedAt, string? Note)
{
    /// <summary>Given: the exports are encrypted with it.</summary>
    public string? Passphrase { get; init; }

    /// <summary>Redacted: a note may name people, and a passphrase is a secret.</summary>
    public override string ToString() => "(access request)";
}
