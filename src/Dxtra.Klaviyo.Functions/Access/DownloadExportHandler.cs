using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Logs the download, then signs the link: an export never leaves without an entry.</summary>
internal sealed class DownloadExportHandler(IRequestStore requests, IExportStore exports, IActivityLog activity, TimeProvider time)
{
    /// <summary>Long enough to start a download, too short to be passed around.</summary>
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(5);

    public async Task<DownloadExportResult> HandleAsync(
        string controller, string requestId, string format, string actor, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(controller, requestId, cancellationToken) is not { Kind: RequestKind.Access } request)
            return new DownloadExportResult.NoRequest();
        if (request is not { Status: RequestStatus.Completed, Outcome: { } outcome })
            return new DownloadExportResult.NotReady(request.Status);
        if (!outcome.Exports.TryGetValue(format, out var file))
            return new DownloadExportResult.NoFormat([.. outcome.Exports.Keys]);

        await activity.AppendAsync(
            RequestEntries.Of(request, ActivityType.ExportDownload, actor, time.GetUtcNow(), ["export"], format), cancellationToken);
        return new DownloadExportResult.Ready(exports.SignLink(file.BlobName, ExportNames.Download(requestId, Path.GetExtension(file.BlobName)), LinkLifetime));
    }
}
