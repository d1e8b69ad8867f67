using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A deletion request whose fields were checked.</summary>
internal sealed record DeletionOrder(SubjectIdentity Subject, IReadOnlyList<DeletionScope> Scope, RequestTerms Terms, string? Note)
{
    /// <inheritdoc cref="DeletionRequestBody.ToString"/>
    public override string ToString() => "(deletion request)";
}
