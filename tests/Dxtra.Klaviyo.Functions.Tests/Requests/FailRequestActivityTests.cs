using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class FailRequestActivityTests
{
    private readonly RequestWork _work = Some.Work();

    [Fact]
    public async Task A_running_request_fails_with_its_reason()
    {
        var requests = new FakeRequestStore(Some.Request(_work, RequestStatus.Running));

        Assert.True(await FailAsync(requests));

        Assert.Equal((RequestStatus.Failed, Some.Now), (requests[_work].Status, requests[_work].CompletedAt));
        Assert.Equal(RequestResult.AuthenticationFailed, requests[_work].Outcome?.Result);
    }

    [Fact]
    public async Task A_request_that_was_tried_again_goes_back_to_what_an_earlier_run_brought()
    {
        var outcome = RequestOutcome.Failure(RequestResult.Partial) with { Exports = new Dictionary<string, ExportFile> { ["json"] = new("blob", 1, "hash") } };
        var requests = new FakeRequestStore(Some.Request(_work, RequestStatus.Running) with { Outcome = outcome });

        Assert.False(await FailAsync(requests));

        Assert.Equal((RequestStatus.Completed, Some.Now, outcome), (requests[_work].Status, requests[_work].CompletedAt, requests[_work].Outcome));
    }

    [Theory]
    [InlineData("Completed")]
    [InlineData("Failed")]
    [InlineData("Cancelled")]
    public async Task A_request_that_is_over_stays_as_it_is(string status)
    {
        var before = Some.Request(_work, Enum.Parse<RequestStatus>(status));
        var requests = new FakeRequestStore(before);

        await FailAsync(requests);

        Assert.Equal(before, requests[_work]);
    }

    private Task<bool> FailAsync(FakeRequestStore requests) => new FailRequestActivity(requests, new FakeTimeProvider(Some.Now))
        .RunAsync(new(_work, RequestResult.AuthenticationFailed), CancellationToken.None);
}
