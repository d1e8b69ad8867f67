using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ExpireIdentityActivityTests
{
    private readonly RequestWork _work = Some.Work();
    private readonly FakeActivityLog _activity = new();
    private readonly FakeTimeProvider _time = new(Some.Now);
    private readonly FakeRequestStore _requests;

    public ExpireIdentityActivityTests() => _requests = new(Some.Deletion(_work));

    [Fact]
    public async Task Before_its_time_it_waits_on()
    {
        Assert.Equal(Some.Now.AddDays(14), await RunAsync());
        Assert.Equal(RequestStatus.AwaitingIdentity, _requests[_work].Status);
    }

    [Fact]
    public async Task Then_the_request_is_given_up_and_says_so()
    {
        _time.Advance(TimeSpan.FromDays(14));

        Assert.Null(await RunAsync());

        var request = _requests[_work];
        Assert.Equal((RequestStatus.Cancelled, RequestResult.IdentityTimedOut, Some.Now.AddDays(14)), (request.Status, request.Outcome!.Result, request.CompletedAt));
        Assert.Equal(ActivityType.IdentityTimedOut, Assert.Single(_activity.Entries).Type);
    }

    [Fact]
    public async Task One_that_was_identified_or_given_up_meanwhile_is_left_alone()
    {
        _time.Advance(TimeSpan.FromDays(14));
        foreach (var status in new[] { RequestStatus.Running, RequestStatus.AwaitingApproval, RequestStatus.Cancelled })
        {
            var requests = new FakeRequestStore(Some.Deletion(_work, status));
            Assert.Null(await new ExpireIdentityActivity(requests, _activity, _time).RunAsync(new(_work), CancellationToken.None));
            Assert.Equal(status, requests[_work].Status);
        }

        Assert.Empty(_activity.Entries);
    }

    private Task<DateTimeOffset?> RunAsync() => new ExpireIdentityActivity(_requests, _activity, _time).RunAsync(new(_work), CancellationToken.None);
}
