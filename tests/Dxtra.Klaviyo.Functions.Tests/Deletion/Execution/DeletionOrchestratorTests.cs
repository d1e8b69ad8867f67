namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The whole of an execution on the durable engine, with stores in memory and a clock that the test moves.</summary>
public sealed class DeletionOrchestratorTests : IAsyncLifetime
{
    private DeletionApp _app = null!;

    private ErasureFixture Erasure => _app.Erasure;

    private ErasedProfile Erased => Assert.Single(Erasure.Request.Deletion!.Erased);

    public async Task InitializeAsync() => _app = await DeletionApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_was_approved_is_carried_out_in_order_confirmed_and_certified()
    {
        Assert.Equal(RequestResult.Complete, await _app.RunAsync());

        Assert.Equal(["leave", "unsubscribe", "delete"], Erasure.Klaviyo.Calls);
        Assert.Equal((RequestStatus.Completed, DeletionOutcome.Confirmed), (Erasure.Request.Status, Erased.Outcome));
        Assert.NotNull(Erasure.Request.Deletion!.Certificate);
        Assert.Equal(2, (await Erasure.Ledger.ReadSightingsAsync("", "", default)).Count);
    }

    [Fact]
    public async Task A_deletion_that_Klaviyo_took_and_never_did_is_unconfirmed()
    {
        Erasure.Klaviyo.Lies = true;

        Assert.Equal(RequestResult.Partial, await _app.RunAsync());

        Assert.Equal((RequestStatus.Completed, DeletionOutcome.Unconfirmed), (Erasure.Request.Status, Erased.Outcome));
    }

    [Fact]
    public async Task A_person_who_comes_back_is_not_confirmed_and_is_remembered()
    {
        Erasure.Ledger.Added = line => Erasure.Klaviyo.Others =
            line is { Step: ErasureStep.Delete, Phase: LedgerPhase.Answer } ? [ErasureKlaviyo.Person("01NEW", ErasureKlaviyo.Email, Some.Now.AddMinutes(1))] : [];

        Assert.Equal(RequestResult.Partial, await _app.RunAsync());

        Assert.Equal(DeletionOutcome.Unconfirmed, Erased.Outcome);
        Assert.Equal("confirmation", Erasure.Request.Deletion!.Reappearance?.SeenBy);
    }

    [Fact]
    public async Task A_missing_scope_fails_its_step_and_the_others_go_on()
    {
        Erasure.Klaviyo.Refusal = ("leave", 403, 1);

        await _app.RunAsync();

        Assert.Equal(["unsubscribe", "delete"], Erasure.Klaviyo.Calls);
        Assert.Equal([new OpenStep(ErasureStep.LeaveList, "missingScope")], Erased.Steps);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_for_good_fails_the_request()
    {
        Erasure.Klaviyo.Refusal = ("delete", 403, int.MaxValue);

        Assert.Equal(RequestResult.MissingScope, await _app.RunAsync());

        Assert.Equal((RequestStatus.Failed, DeletionOutcome.Failed), (Erasure.Request.Status, Erased.Outcome));
    }

    [Fact]
    public async Task An_endpoint_that_alone_refuses_the_key_is_given_hours_and_then_given_up()
    {
        Erasure.Klaviyo.Refusal = ("delete", 401, int.MaxValue);
        WaitingFor? waited = null;

        Assert.Equal(RequestResult.Unavailable, await _app.RunAsync(_ => waited ??= Erasure.Request.Deletion!.Waiting));

        Assert.Equal(WaitingFor.Klaviyo, waited);
        Assert.Equal((RequestStatus.Failed, null), (Erasure.Request.Status, Erasure.Request.Deletion!.Waiting));
        Assert.Equal([new OpenStep(ErasureStep.Delete, "unavailable")], Erased.Steps);
        Assert.True(Erasure.Time.GetUtcNow() - Some.Now >= ErasureSteps.Patience);
    }

    [Fact]
    public async Task A_fault_of_ours_ends_the_request_as_failed_with_what_was_done_on_record()
    {
        Erasure.Ledger.Added = line => Erasure.Activity.Fault = line.Step == ErasureStep.Delete ? new IOException("storage is gone") : null;

        await _app.RunAsync();

        Assert.Equal(RequestStatus.Failed, Erasure.Request.Status);
        Assert.Equal(["leave", "unsubscribe", "delete"], Erasure.Klaviyo.Calls);
        Assert.Single(Erasure.Ledger.Lines, line => line is { Step: ErasureStep.LeaveList, Answer: LedgerAnswer.Done });
    }

    [Fact]
    public async Task A_key_that_is_revoked_in_the_middle_is_waited_for()
    {
        var looks = 0;
        Erasure.Ledger.Added = line => Erasure.Klaviyo.KeyRefused |= line is { Step: ErasureStep.LeaveList, Phase: LedgerPhase.Answer };

        var result = await _app.RunAsync(status =>
        {
            if (status?.Step == DeletionSteps.WaitingForKey && ++looks == 100)
                (Erasure.Ledger.Added, Erasure.Klaviyo.KeyRefused) = (null, false);
        });

        Assert.Equal((RequestResult.Complete, null), (result, Erasure.Request.Deletion!.Waiting));
        Assert.Equal(["leave", "unsubscribe", "delete"], Erasure.Klaviyo.Calls);
        Assert.True(looks >= 100);
    }

    [Fact]
    public async Task History_and_status_name_nobody()
    {
        await _app.RunAsync();

        var instance = await _app.Durable.GetInstanceAsync(Erasure.Work.InstanceId(), getInputsAndOutputs: true);
        var (controller, processor, request, _, _) = Erasure.Work;
        var kept = $"{instance!.SerializedInput} {instance.SerializedOutput} {instance.SerializedCustomStatus}";
        var said = new[] { controller, processor, request }.Aggregate(kept, (text, id) => text.Replace(id, "", StringComparison.Ordinal));
        Assert.DoesNotContain("ada", said, StringComparison.OrdinalIgnoreCase);
    }
}
