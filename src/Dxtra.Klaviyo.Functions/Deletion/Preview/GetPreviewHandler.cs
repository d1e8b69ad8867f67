using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Logs the look, then gives the preview: it never leaves without an entry.</summary>
internal sealed class GetPreviewHandler(IRequestStore requests, ICaseFiles files, IActivityLog activity, TimeProvider time)
{
    public async Task<GetPreviewResult> HandleAsync(string controller, string requestId, string actor, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(controller, requestId, cancellationToken) is not { Deletion: { } deletion } request)
            return new GetPreviewResult.NoRequest();
        if (request.ForgottenAt is not null)
            return new GetPreviewResult.Forgotten();
        if (deletion.Preview is not { } stamp || await files.FindAsync(CaseNames.Preview(request.Work(), stamp.Number), cancellationToken) is not { } preview)
            return new GetPreviewResult.NotReady(request.Status, !request.IsOver && deletion.Identity is null);
        await activity.AppendAsync(
            RequestEntries.Of(request, ActivityType.PreviewLook, actor, time.GetUtcNow(), ["preview"], $"preview {stamp.Number}"), cancellationToken);
        return new GetPreviewResult.Ready(preview);
    }
}
