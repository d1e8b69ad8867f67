using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ExecuteRequestHandlerTests : IAsyncLifetime
{
    private readonly FakeDurableClient _durable = new();
    private ErasureFixture _erasure = null!;
    private string _hash = "";

    public async Task InitializeAsync()
    {
        _erasure = await ErasureFixture.CreateAsync(RequestStatus.AwaitingApproval);
        _hash = (await ChangeAsync(deletion => deletion with { Execution = null })).Deletion!.Preview!.Hash;
    }

    public async Task DisposeAsync()
    {
        await _durable.DisposeAsync();
        await _erasure.DisposeAsync();
    }

    [Fact]
    public async Task An_approved_preview_is_ordered_and_a_run_starts()
    {
        Assert.IsType<ChangeRequestResult.Changed>(await ExecuteAsync());

        Assert.Equal((RequestStatus.Running, 4), (_erasure.Request.Status, _erasure.Request.Run));
        Assert.Equal(new ExecutionOrder(Some.Now, "boss"), _erasure.Request.Deletion!.Execution);
        Assert.Single(_durable.Inputs);
        Assert.Single(_erasure.Activity.Entries);
    }

    [Fact]
    public async Task Of_two_orders_one_wins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => ExecuteAsync())));

        Assert.Single(results.OfType<ChangeRequestResult.Changed>());
        Assert.Single(results.OfType<ChangeRequestResult.NotNow>());
        Assert.Single(_durable.Inputs);
    }

    [Fact]
    public async Task Without_identity_it_says_so() => await RefusedAsync(ProblemTypes.IdentityMissing, deletion => deletion with { Identity = null });

    [Fact]
    public async Task Without_approval_it_says_so() => await RefusedAsync(ProblemTypes.ApprovalMissing, deletion => deletion with { Approvals = [] });

    [Fact]
    public async Task Without_the_second_approval_it_says_so() =>
        await RefusedAsync(ProblemTypes.SecondApprovalMissing, deletion => deletion with { Preview = deletion.Preview! with { ApprovalsNeeded = 2 } });

    [Fact]
    public async Task Another_preview_than_the_approved_one_is_stale() =>
        await RefusedAsync(ProblemTypes.PreviewStale, deletion => deletion with { Preview = deletion.Preview! with { Hash = new('e', 64) } });

    [Fact]
    public async Task The_hash_must_be_named() => Assert.IsType<ChangeRequestResult.Invalid>(await ExecuteAsync(hash: null));

    [Fact]
    public async Task Another_controller_has_no_such_request() =>
        Assert.IsType<ChangeRequestResult.NoRequest>(await Handler.HandleAsync(Some.Controller(), _erasure.Work.RequestId, new(_hash), "boss", _durable, default));

    private ExecuteRequestHandler Handler => new(
        _erasure.Requests,
        new(_erasure.Requests, new FakePendingStartStore(), [new(RequestKind.Deletion, nameof(DeletionOrchestrator))], new FakeTimeProvider(Some.Now)),
        _erasure.Activity, new FakeTimeProvider(Some.Now));

    private Task<ChangeRequestResult> ExecuteAsync(string? hash = "") =>
        Handler.HandleAsync(_erasure.Work.ControllerDid, _erasure.Work.RequestId, new(hash == "" ? _hash : hash), "boss", _durable, default);

    private async Task RefusedAsync(string type, Func<DeletionCase, DeletionCase> change)
    {
        await ChangeAsync(change);

        Assert.Equal(type, Assert.IsType<ChangeRequestResult.Refused>(await ExecuteAsync()).Problem.Type);
        Assert.Empty(_durable.Inputs);
    }

    private Task<SubjectRequest> ChangeAsync(Func<DeletionCase, DeletionCase> change) => _erasure.Requests.UpdateAsync(
        _erasure.Work.ControllerDid, _erasure.Work.RequestId, "test", request => request with { Deletion = change(request.Deletion!) }, default);
}
