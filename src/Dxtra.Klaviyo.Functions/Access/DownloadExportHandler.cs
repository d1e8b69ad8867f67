using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Logs the download, then signs the link: an export never leaves without an entry.</summary>
internal sealed class DownloadExportHandler(
    IRequestStore requests, IExportStore exports, IActivityLog activity, IOptions<AccessOptions> options, TimeProvider time)
{
    public async Task<DownloadExportResult> HandleAsync(DownloadExportCommand command, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(command.Controller, command.RequestId, cancellationToken) is not { Kind: RequestKind.Access } request)
            return new DownloadExportResult.NoRequest();
        if (request is not { Status: RequestStatus.Completed, Outcome: { } outcome })
            return new DownloadExportResult.NotReady(request.Status);
        if ((request.ExpiredAt ?? request.ExpiresAt) is { } end && end <= time.GetUtcNow())
            return new DownloadExportResult.Expired(request.ExpiresAt ?? end);
        if (FilesOf(outcome, command.Supplement) is not { } files)
            return new DownloadExportResult.NoSupplement(outcome.Supplements.Count);
        if (!files.TryGetValue(command.Format, out var file))
            return new DownloadExportResult.NoFormat([.. files.Keys]);

        var downloaded = command.Supplement is { } number ? $"{command.Format}, supplement {number}" : command.Format;
        await activity.AppendAsync(
            RequestEntries.Of(request, ActivityType.ExportDownload, command.Actor, time.GetUtcNow(), ["export"], downloaded), cancellationToken);
        var name = ExportNames.Download(command.RequestId, command.Format, command.Supplement, Path.GetExtension(file.BlobName));
        return new DownloadExportResult.Ready(await exports.SignLinkAsync(file.BlobName, name, options.Value.LinkLifetime, cancellationToken));
    }

    private static IReadOnlyDictionary<string, ExportFile>? FilesOf(RequestOutcome outcome, int? supplement) => supplement is { } number
        ? outcome.Supplements.FirstOrDefault(candidate => candidate.Number == number)?.Exports
        : outcome.Exports;
}
