namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Whether a profile with an erased person's identifier is a reappearance.</summary>
internal static class Reappeared
{
    /// <summary>
    /// The deletion is over, so its last look is behind it, and this profile is not one of which the request says already that it is
    /// still there.
    /// </summary>
    public static bool Is(SubjectRequest request, string profileKey) =>
        request is { Status: RequestStatus.Completed or RequestStatus.Failed, Deletion: { Execution.Started: true } deletion }
        && !deletion.Erased.Any(profile => profile.ProfileKey == profileKey && profile.Outcome is DeletionOutcome.Unconfirmed or DeletionOutcome.Failed);

    /// <summary>It was there before the deletion and took in what a profile had that Klaviyo merged into it: the request says so already.</summary>
    public static bool IsMergeKnown(SubjectRequest request, DateTimeOffset? created) =>
        request.Deletion is { Execution: { } order } deletion && created < order.At && deletion.Erased.Any(profile => profile.Outcome == DeletionOutcome.Merged);
}
