using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class VerdictTests
{
    private static readonly PlannedStep[] Deleted = [new(ErasureStep.Tombstone), new(ErasureStep.LeaveList, "LiSt01"), new(ErasureStep.Delete)];
    private static readonly PlannedStep[] Withdrawn = [new(ErasureStep.LeaveList, "LiSt01"), new(ErasureStep.UnsubscribeEmail)];
    private static readonly Sighting Absent = Look(("profileId", Seen.Absent), ("email", Seen.Absent));
    private static readonly Sighting Present = Look(("profileId", Seen.Present), ("email", Seen.Present));
    private static readonly Sighting Merged = Look(("profileId", Seen.Absent), ("email", Seen.InAnother));
    private static readonly Sighting Anew = Look(("profileId", Seen.Absent), ("email", Seen.CreatedAnew));
    private static readonly Sighting Unreadable = Look(("profileId", Seen.Absent), ("email", Seen.Unreadable));

    [Fact]
    public void Absent_twice_in_a_row_is_confirmed() => Decided(DeletionOutcome.Confirmed, Present, Absent, Absent);

    [Fact]
    public void Absent_once_is_not() => Undecided(Present, Absent);

    [Fact]
    public void Absent_twice_with_a_return_between_is_not() => Undecided(Absent, Anew, Absent);

    [Fact]
    public void A_look_that_could_not_be_read_proves_nothing() => Undecided(Absent, Unreadable);

    [Fact]
    public void A_look_that_asked_for_nothing_proves_nothing() => Undecided(Absent, Look());

    [Fact]
    public void Somebody_older_who_has_the_identifiers_took_the_profile_in() => Decided(DeletionOutcome.Merged, Merged, Merged);

    [Fact]
    public void Somebody_made_after_the_deletion_did_not() => Undecided(Anew, Anew);

    [Fact]
    public void A_profile_that_was_gone_before_we_asked_and_never_seen_is_no_such_profile() =>
        Assert.Equal(DeletionOutcome.NoSuchProfile, Verdict.Of([Absent, Absent], Ledger(LedgerAnswer.AlreadyGone), Deleted).Outcome);

    [Theory]
    [InlineData("MissingScope", "missingScope")]
    [InlineData("Unavailable", "unavailable")]
    public void A_deletion_that_was_not_taken_failed_whatever_is_seen(string answer, string reason)
    {
        var verdict = Verdict.Of([Absent, Absent], Ledger(Enum.Parse<LedgerAnswer>(answer)), Deleted);

        Assert.Equal((DeletionOutcome.Failed, true), (verdict.Outcome, verdict.IsFinal));
        Assert.Equal([new OpenStep(ErasureStep.Delete, reason)], verdict.Open);
    }

    [Fact]
    public void Where_there_was_nothing_to_do_nothing_is_open() =>
        Assert.Equal((DeletionOutcome.Confirmed, true), Verdict.Of([], [], []) is var verdict ? (verdict.Outcome, verdict.IsFinal) : default);

    [Fact]
    public void An_order_without_an_answer_is_not_taken() => Assert.Equal(DeletionOutcome.Failed, Verdict.Of([Absent, Absent], [], Deleted).Outcome);

    [Fact]
    public void Without_deletion_every_step_has_to_be_taken()
    {
        LedgerEntry[] ledger = [Line(Withdrawn[0], LedgerAnswer.MissingScope), Line(Withdrawn[1], LedgerAnswer.Accepted)];

        Assert.Equal(DeletionOutcome.Unconfirmed, Verdict.Of([Absent, Absent], ledger, Withdrawn).Outcome);
    }

    [Fact]
    public void Without_deletion_two_looks_in_effect_confirm()
    {
        LedgerEntry[] ledger = [Line(Withdrawn[0], LedgerAnswer.Done), Line(Withdrawn[1], LedgerAnswer.Accepted)];

        Assert.Equal(DeletionOutcome.Confirmed, Verdict.Of([Absent, Absent], ledger, Withdrawn).Outcome);
    }

    [Fact]
    public void Whatever_was_seen_it_is_confirmed_only_when_taken_and_absent_in_the_last_two_looks() =>
        Gen.Select(Gen.Enum<Seen>().Array[0, 4].Array[0, 6], Gen.Enum<LedgerAnswer>()).Sample((looks, answer) =>
        {
            Sighting[] sightings = [.. looks.Select(facts => Look([.. facts.Select((seen, index) => ($"{index}", seen))]))];
            var verdict = Verdict.Of(sightings, Ledger(answer), Deleted);
            var absent = sightings.Length >= 2 && sightings[^2..].All(look => look.Facts.Count > 0 && look.Facts.All(fact => fact.Seen == Seen.Absent));
            var taken = answer is LedgerAnswer.Done or LedgerAnswer.Accepted or LedgerAnswer.NothingToDo or LedgerAnswer.AlreadyGone;
            return verdict.Outcome is DeletionOutcome.Confirmed or DeletionOutcome.NoSuchProfile == (absent && taken);
        });

    private static void Decided(DeletionOutcome outcome, params Sighting[] looks)
    {
        var verdict = Verdict.Of(looks, Ledger(LedgerAnswer.Accepted), Deleted);
        Assert.Equal((outcome, true), (verdict.Outcome, verdict.IsFinal));
    }

    private static void Undecided(params Sighting[] looks)
    {
        var verdict = Verdict.Of(looks, Ledger(LedgerAnswer.Accepted), Deleted);
        Assert.Equal((DeletionOutcome.Unconfirmed, false), (verdict.Outcome, verdict.IsFinal));
    }

    private static Sighting Look(params (string By, Seen Seen)[] facts) =>
        new("request", 1, 1, 0, "key", Some.Now, [.. facts.Select(fact => new SightingFact(fact.By, fact.Seen))]);

    private static LedgerEntry[] Ledger(LedgerAnswer deletion) =>
        [Line(Deleted[0], LedgerAnswer.Done), Line(Deleted[1], LedgerAnswer.Done), Line(Deleted[2], deletion)];

    private static LedgerEntry Line(PlannedStep step, LedgerAnswer answer) =>
        new("request", 1, 0, "key", step.Step, step.Target, LedgerPhase.Answer, answer, Some.Now);
}
