using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>An access request whose fields were checked.</summary>
internal sealed record AccessOrder(
    SubjectIdentity Subject, IReadOnlyList<string> Formats, Regulation Regulation, DateTimeOffset ReceivedAt, string? Note)
{
    public string? Passphrase { get; init; }

    /// <inheritdoc cref="AccessRequestBody.ToString"/>
    public override string ToString() => "(access request)";
}
