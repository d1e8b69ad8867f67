using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What the ledger has of one step.</summary>
/// <param name="Attempt">The latest attempt; 0 when there is none.</param>
/// <param name="Answer">The answer to it; null while it is open.</param>
internal sealed record StepLines(int Attempt, LedgerAnswer? Answer)
{
    /// <summary>Asked, and not known what came of it.</summary>
    public bool IsOpen => Attempt > 0 && Answer is null;

    /// <summary>There is an answer that stays. What Klaviyo did not take can be asked again.</summary>
    public bool IsSettled => Answer is not (null or LedgerAnswer.Unavailable);

    public static StepLines Of(IEnumerable<LedgerEntry> ledger, RequestWork work, int profile, PlannedStep step) =>
        Of(ledger.Where(line => line.Run == work.Run && line.Profile == profile && line.Step == step.Step && line.Target == step.Target));

    public static StepLines Of(IEnumerable<LedgerEntry> lines)
    {
        var latest = lines.GroupBy(line => line.Attempt).MaxBy(attempt => attempt.Key);
        return latest is null ? new(0, null) : new(latest.Key, latest.FirstOrDefault(line => line.Phase == LedgerPhase.Answer)?.Answer);
    }
}
