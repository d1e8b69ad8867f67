namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class AccessOutcomeTests
{
    private static readonly ExportFile File = new("x/export.json", 10, "5a");
    private static readonly Dictionary<string, ExportFile> Files = new() { ["json"] = File };

    [Fact]
    public void Nobody_found_is_an_outcome_with_an_export()
    {
        var outcome = AccessOutcome.Of([], Files);

        Assert.Equal(RequestResult.NoSuchProfile, outcome.Result);
        Assert.Equal(0, outcome.Counts["profiles"]);
        Assert.Equal(File, outcome.Exports["json"]);
    }

    [Fact]
    public void Rows_are_counted_over_all_profiles()
    {
        var outcome = AccessOutcome.Of([Some.Part(0, "events", 3), Some.Part(1, "events", 4), Some.Part(1, "lists", 1)], Files);

        Assert.Equal(RequestResult.Complete, outcome.Result);
        Assert.Equal((2, 7, 1, 0), (outcome.Counts["profiles"], outcome.Counts["events"], outcome.Counts["lists"], outcome.Counts["segments"]));
        Assert.Empty(outcome.Gaps);
    }

    [Fact]
    public void A_gap_makes_it_partial_and_is_told_once_for_each_reason()
    {
        var outcome = AccessOutcome.Of(
            [
                Some.Part(0, "profile", 1), Some.Part(0, "events", gap: GapReason.MissingScope), Some.Part(1, "events", gap: GapReason.MissingScope),
                Some.Part(2, "events", gap: GapReason.ProfileGone),
            ], Files);

        Assert.Equal(RequestResult.Partial, outcome.Result);
        Assert.Equal([new("events", GapReason.MissingScope), new("events", GapReason.ProfileGone)], outcome.Gaps);
    }
}
