namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>A process that dies at any point of an execution, and goes on.</summary>
public sealed class DyingProcessTests
{
    /// <summary>After each line of the ledger: two for each of four steps.</summary>
    public static TheoryData<int> Lines => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Whichever_line_was_the_last_each_change_is_made_once(int line)
    {
        await using var erasure = await ErasureFixture.CreateAsync();
        erasure.Ledger.Added = _ =>
        {
            if (erasure.Ledger.Lines.Count == line && line-- > 0)
                throw new DiedException();
        };

        await AssertCarriedOutAsync(erasure);
    }

    [Theory]
    [InlineData("leave")]
    [InlineData("unsubscribe")]
    [InlineData("delete")]
    public async Task An_answer_that_never_arrived_leads_to_no_second_change(string call)
    {
        await using var erasure = await ErasureFixture.CreateAsync();
        erasure.Klaviyo.Lose = made => made == call;

        await AssertCarriedOutAsync(erasure);
    }

    private static async Task AssertCarriedOutAsync(ErasureFixture erasure)
    {
        foreach (var step in ErasureFixture.Plan)
            Assert.Equal(StepState.Settled, (await erasure.CarryOutAsync(step)).State);

        Assert.Equal(["leave", "unsubscribe", "delete"], erasure.Klaviyo.Calls);
        Assert.False(erasure.Klaviyo.IsThere);
        Assert.All(
            erasure.Ledger.Lines.GroupBy(line => (line.Step, line.Attempt)).Where(attempt => attempt.Key.Attempt > 1),
            attempt => Assert.DoesNotContain(erasure.Ledger.Lines, line => line.Step == attempt.Key.Step && line.Attempt < attempt.Key.Attempt && line.Phase == LedgerPhase.Answer));
    }
}
