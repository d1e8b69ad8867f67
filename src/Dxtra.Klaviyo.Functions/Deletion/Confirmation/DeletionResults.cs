using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What came of a deletion request as a whole.</summary>
internal static class DeletionResults
{
    public static RequestOutcome Of(IReadOnlyList<ErasedProfile> erased, IReadOnlyList<LedgerEntry> lines, bool broken) =>
        RequestOutcome.Failure(ResultOf(erased, broken)) with { Counts = CountsOf(erased, lines) };

    private static RequestResult ResultOf(IReadOnlyList<ErasedProfile> erased, bool broken)
    {
        if (broken && erased.All(profile => profile.Outcome == DeletionOutcome.Failed))
            return RequestResult.Unavailable;
        if (broken)
            return RequestResult.Partial;
        if (erased.All(profile => profile.Outcome is DeletionOutcome.Confirmed or DeletionOutcome.NoSuchProfile))
            return RequestResult.Complete;
        if (erased.Any(profile => profile.Outcome != DeletionOutcome.Failed))
            return RequestResult.Partial;
        return erased.Any(profile => profile.Steps.Any(step => step.Reason == "missingScope")) ? RequestResult.MissingScope : RequestResult.Unavailable;
    }

    private static Dictionary<string, int> CountsOf(IReadOnlyList<ErasedProfile> erased, IReadOnlyList<LedgerEntry> lines) => new()
    {
        ["profiles"] = erased.Count(profile => profile.Outcome is DeletionOutcome.Confirmed or DeletionOutcome.NoSuchProfile),
        ["lists"] = Count(lines, ErasureStep.LeaveList, LedgerAnswer.Done),
        ["unsubscriptions"] = Count(lines, ErasureStep.UnsubscribeEmail, LedgerAnswer.Accepted) + Count(lines, ErasureStep.UnsubscribeSms, LedgerAnswer.Accepted),
    };

    private static int Count(IReadOnlyList<LedgerEntry> lines, ErasureStep step, LedgerAnswer answer) =>
        lines.Where(line => line.Step == step && line.Answer == answer).DistinctBy(line => (line.Profile, line.Target)).Count();
}
