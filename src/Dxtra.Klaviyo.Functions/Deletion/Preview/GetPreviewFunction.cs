using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary><c>GET C/requests/{id}/preview</c>: what a deletion would do, as the latest look showed it.</summary>
internal sealed class GetPreviewFunction(GetPreviewHandler handler)
{
    [Function("GetPreview")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/requests/{id}/preview")] HttpRequest request,
        string did, string id, CancellationToken cancellationToken) =>
        await handler.HandleAsync(did, id, Caller.Of(request).Subject, cancellationToken) switch
        {
            GetPreviewResult.Ready { Preview: var preview } => Results.Bytes(preview, "application/json; charset=utf-8"),
            GetPreviewResult.Forgotten => RequestProblems.RetentionEnded,
            GetPreviewResult.NotReady { Status: var status, IdentityMissing: var missing } => PreviewProblems.NotReady(status, missing),
            _ => RequestProblems.NotFound,
        };
}
