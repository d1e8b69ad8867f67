using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary><c>GET C/requests/{id}/export/{format}</c>: 302 to a signed link that lives for minutes.</summary>
internal sealed class DownloadExportFunction(DownloadExportHandler handler)
{
    [Function("DownloadExport")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/requests/{id}/export/{format}")] HttpRequest request,
        string did, string id, string format, CancellationToken cancellationToken) =>
        await handler.HandleAsync(did, id, format, Caller.Of(request).Subject, cancellationToken) switch
        {
            DownloadExportResult.Ready { Link: var link } => Results.Redirect(link.AbsoluteUri),
            DownloadExportResult.NoFormat { Available: var available } => ExportProblems.NoFormat(available),
            DownloadExportResult.NotReady { Status: var status } => ExportProblems.NotReady(status),
            _ => RequestProblems.NotFound,
        };
}
