using System.Globalization;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary><c>GET C/requests/{id}/export/{format}?supplement=</c>: 302 to a signed link that lives for minutes.</summary>
internal sealed class DownloadExportFunction(DownloadExportHandler handler)
{
    [Function("DownloadExport")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/requests/{id}/export/{format}")] HttpRequest request,
        string did, string id, string format, CancellationToken cancellationToken)
    {
        if (!TryReadSupplement(request, out var supplement))
            return Problem.Malformed("supplement", "supplement is the number of a supplement that the request shows: 1 for the first.");
        var command = new DownloadExportCommand(did, id, format, supplement, Caller.Of(request).Subject);
        return await handler.HandleAsync(command, cancellationToken) switch
        {
            DownloadExportResult.Ready { Link: var link } => Results.Redirect(link.AbsoluteUri),
            DownloadExportResult.NoFormat { Available: var available } => ExportProblems.NoFormat(available),
            DownloadExportResult.NoSupplement { Supplements: var supplements } => ExportProblems.NoSupplement(supplements),
            DownloadExportResult.NotReady { Status: var status } => ExportProblems.NotReady(status),
            DownloadExportResult.Expired { At: var at } => ExportProblems.Expired(at),
            _ => RequestProblems.NotFound,
        };
    }

    private static bool TryReadSupplement(HttpRequest request, out int? supplement)
    {
        supplement = null;
        if (request.Query["supplement"].ToString() is not { Length: > 0 } text)
            return true;
        supplement = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return supplement > 0;
    }
}
