namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class TableErasureLedgerTests(StorageFixture storage)
{
    private readonly TableErasureLedger _ledger = new(storage.Tables);
    private readonly RequestWork _work = Some.Work();

    [Fact]
    public async Task The_very_same_line_is_refused_and_stays_as_it_was()
    {
        var line = Line(1, LedgerPhase.Intent, Some.Now);

        Assert.True(await _ledger.AddAsync(_work.ControllerDid, line, default));
        Assert.False(await _ledger.AddAsync(_work.ControllerDid, line with { At = Some.Now.AddHours(1) }, default));

        Assert.Equal([line], await _ledger.ReadAsync(_work.ControllerDid, _work.RequestId, default));
    }

    [Fact]
    public async Task Lines_are_read_in_the_order_of_their_time()
    {
        LedgerEntry[] lines =
        [
            Line(1, LedgerPhase.Intent, Some.Now),
            Line(1, LedgerPhase.Answer, Some.Now.AddSeconds(1)) with { Answer = LedgerAnswer.Unavailable },
            Line(2, LedgerPhase.Intent, Some.Now.AddSeconds(2)),
        ];
        foreach (var line in lines.Reverse())
            await _ledger.AddAsync(_work.ControllerDid, line, default);

        Assert.Equal(lines, await _ledger.ReadAsync(_work.ControllerDid, _work.RequestId, default));
    }

    [Fact]
    public async Task A_re_read_is_written_once_and_read_whole()
    {
        var sighting = new Sighting(_work.RequestId, 1, 1, 0, new('a', 64), Some.Now, [new("email", Seen.InAnother)]);

        await _ledger.AddAsync(_work.ControllerDid, sighting, default);
        await _ledger.AddAsync(_work.ControllerDid, sighting with { Facts = [] }, default);

        var read = Assert.Single(await _ledger.ReadSightingsAsync(_work.ControllerDid, _work.RequestId, default));
        Assert.Equal(sighting.Facts, read.Facts);
    }

    [Fact]
    public async Task Other_requests_and_other_controllers_are_apart()
    {
        await _ledger.AddAsync(_work.ControllerDid, Line(1, LedgerPhase.Intent, Some.Now), default);

        Assert.Empty(await _ledger.ReadAsync(_work.ControllerDid, $"{_work.RequestId}0", default));
        Assert.Empty(await _ledger.ReadAsync(Some.Controller(), _work.RequestId, default));
    }

    private LedgerEntry Line(int attempt, LedgerPhase phase, DateTimeOffset at) =>
        new(_work.RequestId, 1, 0, new('a', 64), ErasureStep.LeaveList, "LiSt01", phase, null, at, attempt);
}
