using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A preview whose files are written. It is the request's when <see cref="StampOn"/> has changed it.</summary>
internal sealed record MadePreview(PreviewStamp Stamp, IReadOnlyList<FoundProfile> Profiles)
{
    /// <summary>
    /// The request waits for approval of this preview. Unchanged when the run is not its latest, when something was done already, or
    /// when a repeat of the same work was faster and somebody approved what it showed.
    /// </summary>
    public SubjectRequest StampOn(SubjectRequest request, RequestWork work) => !IsWanted(request, work) ? request : request with
    {
        Status = RequestStatus.AwaitingApproval,
        Profiles = Profiles,
        Deletion = request.Deletion! with { Preview = Stamp, Approvals = [], Execution = null, Waiting = null },
    };

    private static bool IsWanted(SubjectRequest request, RequestWork work) =>
        request is { IsOver: false, Deletion: not { Execution.Started: true } } && request.Run == work.Run
        && (request.Status == RequestStatus.Running || request.Deletion!.Approvals.Count == 0);
}
