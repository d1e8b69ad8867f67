namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class EraseStepActivityTests : IAsyncLifetime
{
    private ErasureFixture _erasure = null!;

    public async Task InitializeAsync() => _erasure = await ErasureFixture.CreateAsync();

    public async Task DisposeAsync() => await _erasure.DisposeAsync();

    [Fact]
    public async Task The_intent_stands_in_the_ledger_before_the_call_and_the_answer_after_it()
    {
        var intended = false;
        _erasure.Klaviyo.Lose = _ => !(intended = _erasure.Ledger.Lines is [{ Phase: LedgerPhase.Intent }]);

        var result = await _erasure.TryAsync(ErasureStep.Delete);

        Assert.True(intended);
        Assert.Equal((StepState.Settled, LedgerAnswer.Accepted), (result.State, result.Answer));
        Assert.Equal([LedgerPhase.Intent, LedgerPhase.Answer], _erasure.Ledger.Lines.Select(line => line.Phase));
        Assert.True(_erasure.Request.Deletion!.Execution!.Started);
    }

    [Fact]
    public async Task A_repeat_of_a_settled_step_calls_nothing_and_logs_nothing()
    {
        await _erasure.TryAsync(ErasureStep.Delete);
        await _erasure.TryAsync(ErasureStep.Delete);

        Assert.Equal(["delete"], _erasure.Klaviyo.Calls);
        Assert.Single(_erasure.Activity.Entries);
    }

    [Fact]
    public async Task A_request_that_was_cancelled_just_before_is_not_touched()
    {
        await _erasure.Requests.UpdateAsync(
            _erasure.Work.ControllerDid, _erasure.Work.RequestId, "x", request => request with { Status = RequestStatus.Cancelled }, default);

        Assert.Equal(StepState.Stopped, (await _erasure.TryAsync(ErasureStep.Delete)).State);

        Assert.Empty(_erasure.Klaviyo.Server.Asked);
        Assert.Empty(_erasure.Ledger.Lines);
    }

    [Fact]
    public async Task A_profile_that_is_gone_was_gone()
    {
        _erasure.Klaviyo.IsThere = false;

        Assert.Equal(LedgerAnswer.AlreadyGone, (await _erasure.TryAsync(ErasureStep.Delete)).Answer);
        Assert.Equal(LedgerAnswer.AlreadyGone, (await _erasure.TryAsync(ErasureStep.UnsubscribeEmail)).Answer);
        Assert.Empty(_erasure.Klaviyo.Calls);
    }

    [Fact]
    public async Task An_address_that_the_profile_no_longer_has_is_not_unsubscribed()
    {
        _erasure.Klaviyo.StoredEmail = "another@example.com";

        Assert.Equal(LedgerAnswer.NotTheirs, (await _erasure.TryAsync(ErasureStep.UnsubscribeEmail)).Answer);
        Assert.Empty(_erasure.Klaviyo.Calls);
    }

    [Fact]
    public async Task An_address_that_somebody_else_has_too_is_not_unsubscribed()
    {
        _erasure.Klaviyo.Others = [ErasureKlaviyo.Person("01EVE", "Ada@example.com")];

        Assert.Equal(LedgerAnswer.NotTheirs, (await _erasure.TryAsync(ErasureStep.UnsubscribeEmail)).Answer);
        Assert.Empty(_erasure.Klaviyo.Calls);
    }

    [Fact]
    public async Task A_missing_scope_settles_the_step()
    {
        _erasure.Klaviyo.Refusal = ("delete", 403, 1);

        Assert.Equal(LedgerAnswer.MissingScope, (await _erasure.TryAsync(ErasureStep.Delete)).Answer);
    }

    [Fact]
    public async Task A_refusal_by_the_endpoint_alone_waits_for_Klaviyo_and_goes_on()
    {
        _erasure.Klaviyo.Refusal = ("delete", 401, 1);

        Assert.Equal(StepState.Refused, (await _erasure.TryAsync(ErasureStep.Delete)).State);
        Assert.Equal(WaitingFor.Klaviyo, _erasure.Request.Deletion!.Waiting);

        Assert.Equal((StepState.Settled, 2), await _erasure.TryAsync(ErasureStep.Delete) is var again ? (again.State, again.Attempt) : default);
        Assert.Null(_erasure.Request.Deletion!.Waiting);
    }

    [Fact]
    public async Task A_key_that_is_refused_everywhere_is_waited_for()
    {
        _erasure.Klaviyo.KeyRefused = true;

        Assert.Equal(StepState.KeyRefused, (await _erasure.TryAsync(ErasureStep.Delete)).State);
        Assert.Equal(WaitingFor.Key, _erasure.Request.Deletion!.Waiting);
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_looked_for_before_anything_is_repeated()
    {
        _erasure.Klaviyo.Lose = _ => true;

        Assert.Equal((StepState.Uncertain, 1), await _erasure.TryAsync(ErasureStep.Delete) is var lost ? (lost.State, lost.Attempt) : default);
        Assert.Equal(LedgerAnswer.Accepted, (await _erasure.TryAsync(ErasureStep.Delete)).Answer);

        Assert.Equal(["delete"], _erasure.Klaviyo.Calls);
    }

    [Fact]
    public async Task Only_after_two_looks_without_effect_is_a_call_repeated()
    {
        (_erasure.Klaviyo.Lies, _erasure.Klaviyo.Lose) = (true, _ => _erasure.Klaviyo.Calls.Count == 1);
        await _erasure.TryAsync(ErasureStep.Delete);

        Assert.Equal(StepState.Uncertain, (await _erasure.TryAsync(ErasureStep.Delete)).State);
        Assert.Single(_erasure.Klaviyo.Calls);
        Assert.Equal(2, (await _erasure.TryAsync(ErasureStep.Delete, looked: 1)).Attempt);
        Assert.Equal(2, _erasure.Klaviyo.Calls.Count);
    }

    [Fact]
    public async Task Giving_up_settles_the_step_as_unavailable()
    {
        _erasure.Klaviyo.Refusal = ("delete", 503, 1);
        await _erasure.TryAsync(ErasureStep.Delete);

        Assert.Equal((StepState.Settled, LedgerAnswer.Unavailable), await _erasure.TryAsync(ErasureStep.Delete, giveUp: true) is var end ? (end.State, end.Answer) : default);
    }

    [Fact]
    public async Task Every_identifier_of_the_profile_and_of_the_person_is_marked()
    {
        await _erasure.TryAsync(ErasureStep.Tombstone);

        Assert.Equal(["email", "profileId"], _erasure.Tombstones.All.Select(mark => mark.Identifier).Order());
    }
}
