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

        await activity.AppendAsync(EntryOf(request, format, actor), cancellationToken);
        return new DownloadExportResult.Ready(exports.SignLink(file.BlobName, ExportNames.Download(requestId, format), LinkLifetime));
    }

    private ActivityEntry EntryOf(SubjectRequest request, string format, string actor) => new()
    {
        ControllerDid = request.ControllerDid,
        At = time.GetUtcNow(),
        Source = ActivitySource.Dxtra,
        Type = ActivityType.ExportDownload,
        ProcessorId = request.ProcessorId,
        RequestId = request.Id,
        SubjectKey = request.SubjectKey,
        SubjectMasked = request.SubjectMasked,
        Actor = actor,
        Fields = ["export"],
        Outcome = format,
    };
}
