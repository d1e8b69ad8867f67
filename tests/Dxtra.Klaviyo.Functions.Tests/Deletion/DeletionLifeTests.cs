using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class DeletionLifeTests
{
    private static readonly ExecutionOrder Ordered = new(Some.Now, "dpo");
    private static readonly Reappearance Back = new(Some.Now, "accessRequest", ["email"], null, null, null);

    private readonly RequestWork _work = Some.Work();
    private readonly FakeActivityLog _activity = new();
    private readonly FakeDurableClient _client = new();
    private readonly FakeTimeProvider _time = new(Some.Now);
    private FakeRequestStore _requests = new();

    [Theory]
    [InlineData("AwaitingIdentity", false)]
    [InlineData("AwaitingApproval", false)]
    [InlineData("Running", false)]
    [InlineData("Running", true)]
    public async Task Until_the_first_thing_is_done_it_can_be_given_up(string status, bool ordered)
    {
        Given(Enum.Parse<RequestStatus>(status), deletion => deletion with { Execution = ordered ? Ordered : null });

        Assert.IsType<ChangeRequestResult.Changed>(await CancelAsync());

        Assert.Equal(RequestStatus.Cancelled, _requests[_work].Status);
        Assert.Equal(ActivityType.DeletionCancelled, Assert.Single(_activity.Entries).Type);
    }

    [Fact]
    public async Task From_then_on_it_cannot()
    {
        Given(RequestStatus.Running, deletion => deletion with { Execution = Ordered with { Started = true } });

        Assert.Equal(ProblemTypes.ExecutionStarted, Assert.IsType<ChangeRequestResult.Refused>(await CancelAsync()).Problem.Type);
        Assert.Equal(RequestStatus.Running, _requests[_work].Status);
        Assert.Empty(_activity.Entries);
    }

    [Theory]
    [InlineData("Failed", null, false, true)]
    [InlineData("Completed", "Unconfirmed", false, true)]
    [InlineData("Completed", "Merged", false, true)]
    [InlineData("Completed", "Confirmed", true, true)]
    [InlineData("Completed", "Confirmed", false, false)]
    [InlineData("Completed", "NoSuchProfile", false, false)]
    [InlineData("Cancelled", null, false, false)]
    [InlineData("Running", "Unconfirmed", false, false)]
    public async Task What_is_not_confirmed_or_came_back_is_deleted_again(string status, string? outcome, bool back, bool allowed)
    {
        Given(Enum.Parse<RequestStatus>(status), deletion => deletion with
        {
            Erased = outcome is null ? [] : [new("key", Enum.Parse<DeletionOutcome>(outcome), Some.Now, [])],
            Reappearance = back ? Back : null,
        });

        Assert.Equal(allowed, await RetryAsync() is ChangeRequestResult.Changed);
        Assert.Equal(allowed ? [$"{_work.RequestId}-2"] : [], _client.Inputs.Keys);
    }

    [Fact]
    public async Task Again_means_a_new_preview_and_a_new_approval_and_the_same_identity()
    {
        Given(RequestStatus.Failed, deletion => deletion with
        {
            Identity = new(IdentityMethod.Account, Some.Now, "dpo", "shop", null),
            Preview = new(1, "hash", Some.Now, 1),
            Approvals = [new("dpo", Some.Now, "hash", [0])],
            Execution = Ordered with { Started = true },
            Reappearance = Back,
        });

        await RetryAsync();

        var deletion = _requests[_work].Deletion!;
        Assert.NotNull(deletion.Identity);
        Assert.Equal((0, null, null, false), (deletion.Approvals.Count, deletion.Execution, deletion.Reappearance, deletion.IsApproved));
        Assert.Null(RequestView.Of(_requests[_work]).Deletion!.Preview);
        Assert.Equal(ActivityType.DeletionRepeated, Assert.Single(_activity.Entries).Type);
    }

    [Fact]
    public async Task Once_the_person_is_forgotten_nothing_is_done_again()
    {
        _requests = new(Some.Deletion(_work, RequestStatus.Failed) with { ForgottenAt = Some.Now, SubjectCipherText = "" });

        Assert.Equal(ProblemTypes.RetentionEnded, Assert.IsType<ChangeRequestResult.Refused>(await RetryAsync()).Problem.Type);
        Assert.Empty(_client.Inputs);
    }

    private void Given(RequestStatus status, Func<DeletionCase, DeletionCase> change)
    {
        var request = Some.Deletion(_work, status);
        _requests = new(request with { Deletion = change(request.Deletion!) });
    }

    private DeletionLife Life => new(
        _requests, new(_requests, new FakePendingStartStore(), [new(RequestKind.Deletion, "DeletionOrchestrator")], _time),
        new(_requests, new(new FakeCaseFiles(), new(new FakeSecretStore())), _activity, _time), _activity, _time);

    private Task<ChangeRequestResult> CancelAsync() => Life.CancelAsync(_requests[_work], "dpo", CancellationToken.None);

    private Task<ChangeRequestResult> RetryAsync() => Life.RetryAsync(_requests[_work], "dpo", _client, CancellationToken.None);
}
