using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What came of one profile, by what was done and seen; never more than was seen.</summary>
/// <param name="Outcome">The outcome, as things stand.</param>
/// <param name="IsFinal">No further look can change it.</param>
/// <param name="Open">The steps that were not done, with the reason.</param>
internal sealed record Verdict(DeletionOutcome Outcome, bool IsFinal, IReadOnlyList<OpenStep> Open)
{
    private const int Needed = 2;

    /// <param name="sightings">Of this profile and run, in the order of the looks.</param>
    /// <param name="ledger">Of this profile and run.</param>
    /// <param name="plan">Its steps.</param>
    public static Verdict Of(IReadOnlyList<Sighting> sightings, IReadOnlyList<LedgerEntry> ledger, IReadOnlyList<PlannedStep> plan)
    {
        // Whoever looked at the profile for the approval and again for the order saw nothing to do.
        if (plan.Count == 0)
            return new(DeletionOutcome.Confirmed, true, []);
        var answers = plan.Select(step => (Step: step, AnswerOf(ledger, step).Answer)).ToList();
        List<OpenStep> open =
        [
            .. answers.Where(done => !WasTaken(done.Answer)).Select(done => new OpenStep(done.Step.Step, ReasonOf(done.Answer))).Distinct(),
        ];
        return Deciding(answers) is var (taken, gone) && !taken
            ? new(DeletionOutcome.Failed, true, open)
            : Judge(sightings, gone, open, plan.Any(step => step.Step == ErasureStep.Delete));
    }

    /// <summary>The deletion alone decides where there is one; else every step that Klaviyo was to take.</summary>
    private static (bool Taken, bool Gone) Deciding(List<(PlannedStep Step, LedgerAnswer? Answer)> answers)
    {
        var deletion = answers.Where(done => done.Step.Step == ErasureStep.Delete).ToList();
        var deciding = deletion.Count > 0 ? deletion : answers.Where(done => done.Step.Step != ErasureStep.Tombstone).ToList();
        return (deciding.Count == 0 || deciding.Any(done => WasTaken(done.Answer)),
            deciding.Count > 0 && deciding.All(done => done.Answer == LedgerAnswer.AlreadyGone));
    }

    private static Verdict Judge(IReadOnlyList<Sighting> sightings, bool gone, List<OpenStep> open, bool isDeleted)
    {
        IReadOnlyList<Sighting> latest = [.. sightings.TakeLast(Needed)];
        if (latest.Count == Needed && latest.All(IsAbsent) && (isDeleted || open.Count == 0))
            return new(gone && sightings.All(IsAbsent) ? DeletionOutcome.NoSuchProfile : DeletionOutcome.Confirmed, true, open);
        return latest.Count == Needed && isDeleted && latest.All(IsMerged)
            ? new(DeletionOutcome.Merged, true, open)
            : new(DeletionOutcome.Unconfirmed, false, open);
    }

    private static bool IsAbsent(Sighting look) => look.Facts.Count > 0 && look.Facts.All(fact => fact.Seen == Seen.Absent);

    private static bool IsMerged(Sighting look) =>
        look.Facts.Any(fact => fact is { By: "profileId", Seen: Seen.Absent })
        && look.Facts.Any(fact => fact.Seen == Seen.InAnother)
        && !look.Facts.Any(fact => fact.Seen is Seen.CreatedAnew or Seen.Unreadable);

    private static StepLines AnswerOf(IReadOnlyList<LedgerEntry> ledger, PlannedStep step) =>
        StepLines.Of(ledger.Where(line => line.Step == step.Step && line.Target == step.Target));

    private static bool WasTaken(LedgerAnswer? answer) =>
        answer is LedgerAnswer.Done or LedgerAnswer.Accepted or LedgerAnswer.NothingToDo or LedgerAnswer.AlreadyGone;

    private static string ReasonOf(LedgerAnswer? answer) => answer switch
    {
        LedgerAnswer.MissingScope => "missingScope",
        LedgerAnswer.NotTheirs => "notTheirs",
        LedgerAnswer.Unavailable => "unavailable",
        _ => "notDone",
    };
}
