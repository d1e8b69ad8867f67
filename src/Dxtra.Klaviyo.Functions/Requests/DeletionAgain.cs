namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A deletion that is over, done again.</summary>
internal static class DeletionAgain
{
    /// <summary>It failed, or not everything is confirmed, or the person came back; and it is still known whom it is about.</summary>
    public static bool IsWorthwhile(SubjectRequest request) => request is { ForgottenAt: null, Deletion: { } deletion } && request.Status switch
    {
        RequestStatus.Failed => true,
        RequestStatus.Completed => deletion.Reappearance is not null
            || deletion.Erased.Any(profile => profile.Outcome is not (DeletionOutcome.Confirmed or DeletionOutcome.NoSuchProfile)),
        _ => false,
    };

    /// <summary>
    /// The proof of identity stays, and so does the number of the preview, for the next one is another; nothing of what was approved
    /// and ordered does.
    /// </summary>
    public static SubjectRequest Of(SubjectRequest request) => request with
    {
        CompletedAt = null,
        Outcome = null,
        Deletion = request.Deletion! with { Approvals = [], Execution = null, Waiting = null, Erased = [], Reappearance = null },
    };
}
