using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What came of wanting the certificate of a request, or what is made from it.</summary>
internal abstract record HandOutResult
{
    private HandOutResult()
    {
    }

    public sealed record Ready(byte[] Content, string ContentType, string FileName) : HandOutResult;

    /// <summary>There is no deletion request of this id.</summary>
    public sealed record NoRequest : HandOutResult;

    /// <summary>The request is not over, or ended without a certificate.</summary>
    public sealed record NotThere(RequestStatus Status) : HandOutResult;

    public IResult ToAnswer() => this switch
    {
        Ready ready => Results.Bytes(ready.Content, ready.ContentType, ready.FileName),
        NotThere { Status: var status } => CertificateProblems.NotThere(status),
        _ => RequestProblems.NotFound,
    };
}
