using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>A caller's moves of a request, and the work that they start: under an id of its own, exactly once, whatever breaks.</summary>
public sealed class RequestRunsTests
{
    private const string Dpo = "dpo@shop.test";

    private readonly RequestWork _work = Some.Work();
    private readonly FakePendingStartStore _pending = new();
    private readonly FakeDurableClient _client = new();
    private readonly FakeTimeProvider _time = new(Some.Now);
    private FakeRequestStore _requests = new();

    private SubjectRequest Request => _requests[_work];

    private RequestRuns Runs => new(_requests, _pending, [new(RequestKind.Access, "AccessOrchestrator")], _time);

    [Fact]
    public async Task Profiles_that_are_picked_are_the_requests_and_its_second_run_reads_them()
    {
        Given(RequestStatus.AwaitingApproval);

        var changed = Assert.IsType<ChangeRequestResult.Changed>(await ApproveAsync("01ADA"));

        Assert.Equal((RequestStatus.Running, true, 2), (changed.Request.Status, changed.Request.Picked, changed.Request.Run));
        Assert.Equal(["01ADA"], Request.Profiles!.Select(profile => profile.ProfileId));
        Assert.Equal(_work with { Run = 2 }, _client.Inputs[$"{_work.RequestId}-2"]);
        Assert.Empty(_pending.Starts);
        Assert.Equal(Dpo, Assert.Single(await _requests.ReadLogAsync(_work.ControllerDid, _work.RequestId, CancellationToken.None)).Actor);
    }

    [Theory]
    [InlineData]
    [InlineData("01SOMEBODY")]
    [InlineData("01ADA", "01SOMEBODY")]
    public async Task Nobody_or_somebody_who_was_not_shown_cannot_be_picked(params string[] picked)
    {
        Given(RequestStatus.AwaitingApproval);

        var invalid = Assert.IsType<ChangeRequestResult.Invalid>(await ApproveAsync(picked));

        Assert.True(invalid.Errors.Any);
        Assert.Equal((RequestStatus.AwaitingApproval, 2), (Request.Status, Request.Profiles!.Count));
        Assert.Empty(_client.Inputs);
    }

    [Fact]
    public async Task Only_what_waits_can_be_approved()
    {
        foreach (var status in Enum.GetValues<RequestStatus>().Except([RequestStatus.AwaitingApproval]))
        {
            Given(status);
            Assert.Equal(new ChangeRequestResult.NotNow(status), await ApproveAsync("01ADA"));
        }

        Assert.Empty(_client.Inputs);
    }

    [Theory]
    [InlineData("Failed", false, true)]
    [InlineData("Completed", true, true)]
    [InlineData("Completed", false, false)]
    [InlineData("Running", true, false)]
    [InlineData("AwaitingApproval", false, false)]
    [InlineData("Cancelled", true, false)]
    public async Task What_failed_or_has_gaps_can_be_tried_again_and_nothing_else(string status, bool gaps, bool allowed)
    {
        Given(Enum.Parse<RequestStatus>(status), gaps);

        var result = await RetryAsync();

        Assert.Equal(allowed, result is ChangeRequestResult.Changed);
        Assert.Equal(allowed ? [$"{_work.RequestId}-2"] : [], _client.Inputs.Keys);
        Assert.Equal(allowed ? RequestStatus.Running : Enum.Parse<RequestStatus>(status), Request.Status);
    }

    [Fact]
    public async Task Of_two_who_try_again_at_once_one_starts_a_run()
    {
        Given(RequestStatus.Failed);
        var (first, second) = (Request, Request);

        Assert.NotNull(await Runs.StartAsync(first, Dpo, current => current, _client, CancellationToken.None));
        Assert.Null(await Runs.StartAsync(second, Dpo, current => current, _client, CancellationToken.None));

        Assert.Single(_client.Inputs);
        Assert.Empty(_pending.Starts);
    }

    [Fact]
    public async Task A_run_that_could_not_be_started_is_started_by_the_sweep()
    {
        Given(RequestStatus.Failed);
        _client.Fault = new IOException("the engine is gone");
        await Assert.ThrowsAsync<IOException>(RetryAsync);

        _client.Fault = null;
        _time.Advance(TimeSpan.FromMinutes(2));
        await new StartSweepHandler(_requests, _pending, [], _time, NullLogger<StartSweepHandler>.Instance).HandleAsync(_client, CancellationToken.None);

        Assert.Equal([$"{_work.RequestId}-2"], _client.Inputs.Keys);
        Assert.Empty(_pending.Starts);
    }

    [Theory]
    [InlineData("Received")]
    [InlineData("AwaitingApproval")]
    [InlineData("Running")]
    public async Task What_is_not_over_can_be_given_up(string status)
    {
        Given(Enum.Parse<RequestStatus>(status));

        Assert.IsType<ChangeRequestResult.Changed>(await CancelAsync());

        Assert.Equal((RequestStatus.Cancelled, Some.Now), (Request.Status, Request.CompletedAt));
    }

    [Theory]
    [InlineData("Completed")]
    [InlineData("Failed")]
    [InlineData("Cancelled")]
    public async Task What_is_over_cannot_be_given_up(string status)
    {
        Given(Enum.Parse<RequestStatus>(status));

        Assert.Equal(new ChangeRequestResult.NotNow(Request.Status), await CancelAsync());

        Assert.Equal(Enum.Parse<RequestStatus>(status), Request.Status);
    }

    [Fact]
    public async Task A_request_of_another_controller_is_none()
    {
        Given(RequestStatus.AwaitingApproval);

        Assert.IsType<ChangeRequestResult.NoRequest>(await MoveAsync(Some.Controller(), (life, request) => life.CancelAsync(request, Dpo, CancellationToken.None)));
        Assert.IsType<ChangeRequestResult.NoRequest>(await MoveAsync(Some.Controller(), (life, request) => life.RetryAsync(request, Dpo, _client, CancellationToken.None)));
        Assert.IsType<ChangeRequestResult.NoRequest>(await MoveAsync(Some.Controller(), (life, request) => life.ApproveAsync(request, new(["01ADA"]), Dpo, _client, CancellationToken.None)));
    }

    private void Given(RequestStatus status, bool gaps = false) => _requests = new(Some.Request(_work, status) with
    {
        Profiles = [new("01ADA", "a***", ["email"], []), new("02EVE", "e***", ["phone"], [])],
        Outcome = gaps ? RequestOutcome.Failure(RequestResult.Partial) with { Gaps = [new(Categories.Events, GapReason.Unavailable)] } : null,
    });

    private Task<ChangeRequestResult> ApproveAsync(params string[] profiles) =>
        MoveAsync(_work.ControllerDid, (life, request) => life.ApproveAsync(request, new(profiles), Dpo, _client, CancellationToken.None));

    private Task<ChangeRequestResult> RetryAsync() =>
        MoveAsync(_work.ControllerDid, (life, request) => life.RetryAsync(request, Dpo, _client, CancellationToken.None));

    private Task<ChangeRequestResult> CancelAsync() =>
        MoveAsync(_work.ControllerDid, (life, request) => life.CancelAsync(request, Dpo, CancellationToken.None));

    private Task<ChangeRequestResult> MoveAsync(string controller, Func<IRequestLife, SubjectRequest, Task<ChangeRequestResult>> move) =>
        new RequestLives(_requests, [new AccessLife(_requests, Runs, _time)]).MoveAsync(controller, _work.RequestId, move, CancellationToken.None);
}
