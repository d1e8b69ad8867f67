using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

internal abstract record GetPreviewResult
{
    private GetPreviewResult()
    {
    }

    /// <summary>The stored file: a <see cref="DeletionPreview"/> as JSON.</summary>
    public sealed record Ready(byte[] Preview) : GetPreviewResult;

    public sealed record NoRequest : GetPreviewResult;

    /// <summary>It went when the request's retention ended.</summary>
    public sealed record Forgotten : GetPreviewResult;

    /// <summary>There is none, or none yet.</summary>
    public sealed record NotReady(RequestStatus Status, bool IdentityMissing) : GetPreviewResult;
}
