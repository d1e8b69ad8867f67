using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// Somebody approves what the latest preview shows, or a second person what the first approved. It starts nothing: that takes the order
/// to execute.
/// </summary>
internal sealed class PreviewApproval(IRequestStore requests, PictureVault pictures, IActivityLog activity, TimeProvider time)
{
    private const string PickedApart =
        "Profiles that share an address or number which is to be unsubscribed are approved together or not at all. The preview names them.";

    public async Task<ChangeRequestResult> ApproveAsync(
        SubjectRequest request, ApproveRequestBody body, string actor, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (Refuse(request, body.PreviewHash, actor) is { } refusal)
            return refusal;
        var errors = new FieldErrors();
        var picked = await PickAsync(request, body, errors, cancellationToken);
        if (errors.Any)
            return new ChangeRequestResult.Invalid(errors);

        var approval = new Approval(actor, time.GetUtcNow(), body.PreviewHash!, picked);
        ChangeRequestResult? refused = null;
        var approved = await requests.UpdateAsync(request.ControllerDid, request.Id, actor, current =>
        {
            refused = Refuse(current, body.PreviewHash, actor) ?? RefusePick(current, picked);
            return refused is not null ? current : current with
            {
                Deletion = current.Deletion! with { Approvals = [.. current.Deletion.Approvals, approval] },
            };
        }, cancellationToken);
        if (refused is not null)
            return refused;

        var outcome = $"{approved.Deletion!.Approvals.Count} of {approved.Deletion.Preview!.ApprovalsNeeded}";
        await activity.AppendAsync(RequestEntries.Of(approved, ActivityType.DeletionApproved, actor, approval.At, ["preview"], outcome), cancellationToken);
        return new ChangeRequestResult.Changed(approved);
    }

    private static ChangeRequestResult? Refuse(SubjectRequest request, string? hash, string actor) => request switch
    {
        { IsOver: true } or { Deletion: null } => new ChangeRequestResult.NotNow(request.Status),
        { Deletion.Identity: null } => new ChangeRequestResult.Refused(PreviewProblems.IdentityMissing),
        not { Status: RequestStatus.AwaitingApproval, Deletion.Preview: not null } => new ChangeRequestResult.NotNow(request.Status),
        _ when string.IsNullOrEmpty(hash) => Invalid("previewHash", "Name the hash of the preview that you approve."),
        _ when hash != request.Deletion.Preview.Hash => new ChangeRequestResult.Refused(PreviewProblems.Stale(request.Deletion.Preview.Hash)),
        { Deletion.IsApproved: true } => new ChangeRequestResult.Refused(PreviewProblems.AlreadyApproved),
        _ when request.Deletion.Approvals.Any(approval => approval.Actor == actor) => new ChangeRequestResult.Refused(PreviewProblems.AnotherPersonNeeded),
        _ => null,
    };

    private async Task<IReadOnlyList<int>> PickAsync(SubjectRequest request, ApproveRequestBody body, FieldErrors errors, CancellationToken cancellationToken)
    {
        var shown = request.Profiles ?? [];
        if (body.Profiles is null && shown.Count == 1)
            return [0];
        HashSet<string> ids = [.. ProfilePick.Of(shown, body.Profiles ?? [], errors).Select(profile => profile.ProfileId)];
        var picture = await pictures.ReadAsync(request.Work(), request.Deletion!.Preview!.Number, cancellationToken);
        if (SharedIdentifiers.PickedApart(SharedIdentifiers.Of(request.Deletion.Scope, picture.Profiles), ids).Any())
            errors.Add("profiles", PickedApart);
        return [.. shown.Index().Where(profile => ids.Contains(profile.Item.ProfileId)).Select(profile => profile.Index)];
    }

    private static ChangeRequestResult.Invalid? RefusePick(SubjectRequest request, IReadOnlyList<int> picked) =>
        request.Deletion!.Approvals is [var first, ..] && !first.Profiles.SequenceEqual(picked)
            ? Invalid("profiles", "The first approval is of other profiles. Approve the same, or have the request cancelled.")
            : null;

    private static ChangeRequestResult.Invalid Invalid(string field, string text)
    {
        var errors = new FieldErrors();
        errors.Add(field, text);
        return new(errors);
    }
}
