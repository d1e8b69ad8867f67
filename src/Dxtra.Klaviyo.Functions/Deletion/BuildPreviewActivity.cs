using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Looks at everything that would be deleted and shows it: the request waits for approval, or has its outcome when nobody is found.</summary>
internal sealed class BuildPreviewActivity(
    IRequestStore requests, SubjectVault vault, IKlaviyoConnections connections, PictureReader pictures, PreviewMaker previews)
{
    internal sealed record Input(RequestWork Work);

    /// <returns>
    /// <see cref="RequestResult.AwaitingApproval"/>, <see cref="RequestResult.NoSuchProfile"/>, <see cref="RequestResult.Cancelled"/> when
    /// the request has moved on, <see cref="RequestResult.AuthenticationFailed"/> or <see cref="RequestResult.MissingScope"/>, which
    /// change nothing.
    /// </returns>
    [Function(nameof(BuildPreviewActivity))]
    public Task<OrLater<RequestResult>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => BuildAsync(input.Work, cancellationToken));

    private async Task<RequestResult> BuildAsync(RequestWork work, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken);
        if (request is not { Deletion: not null })
            throw new InvalidOperationException($"There is no deletion request {work.RequestId}.");
        if (ResultOf(request, work) is { } settled)
            return settled;
        try
        {
            return await LookAsync(work, request, cancellationToken);
        }
        catch (KlaviyoAuthenticationException)
        {
            return RequestResult.AuthenticationFailed;
        }
        catch (KlaviyoPermissionException)
        {
            return RequestResult.MissingScope;
        }
    }

    private async Task<RequestResult> LookAsync(RequestWork work, SubjectRequest request, CancellationToken cancellationToken)
    {
        var klaviyo = await connections.OpenAsync(work.ControllerDid, work.ProcessorId, request.DueAt, cancellationToken);
        var subject = (await vault.OpenAsync(request, cancellationToken)).Subject;
        var found = await new ProfileSearch(klaviyo).FindAsync(subject, cancellationToken);
        if (found.Count == 0)
            return await MoveAsync(work, current => NoteNobody(current, work), cancellationToken);
        var sight = await pictures.ReadAsync(work.ControllerDid, klaviyo, found, cancellationToken);
        var made = await previews.MakeAsync(work, request, subject, klaviyo, sight, cancellationToken);
        return await MoveAsync(work, current => made.StampOn(current, work), cancellationToken);
    }

    private async Task<RequestResult> MoveAsync(RequestWork work, Func<SubjectRequest, SubjectRequest> change, CancellationToken cancellationToken)
    {
        var moved = await requests.UpdateAsync(work.ControllerDid, work.RequestId, Actors.System, change, cancellationToken);
        return ResultOf(moved, work) ?? RequestResult.Cancelled;
    }

    /// <summary>Null while this run has yet to look.</summary>
    private static RequestResult? ResultOf(SubjectRequest request, RequestWork work) => request switch
    {
        _ when request.Run != work.Run => RequestResult.Cancelled,
        { Status: RequestStatus.Running or RequestStatus.Completed, Outcome.Result: RequestResult.NoSuchProfile } => RequestResult.NoSuchProfile,
        { IsOver: true } => RequestResult.Cancelled,
        { Status: RequestStatus.AwaitingApproval, Deletion.Preview: not null } => RequestResult.AwaitingApproval,
        _ => null,
    };

    /// <summary>That is the outcome; the request is over when it is certified.</summary>
    private static SubjectRequest NoteNobody(SubjectRequest request, RequestWork work) => request.IsOver || request.Run != work.Run ? request : request with
    {
        Profiles = [],
        Outcome = RequestOutcome.Failure(RequestResult.NoSuchProfile),
    };
}
