using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class AccessLifeTests
{
    private readonly RequestWork _work = Some.Work();
    private readonly FakeDurableClient _client = new();

    [Fact]
    public async Task A_request_that_failed_is_worked_on_again()
    {
        Assert.IsType<ChangeRequestResult.Changed>(await RetryAsync(Failed));
        Assert.Single(_client.Inputs);
    }

    [Fact]
    public async Task Once_what_it_gathered_is_deleted_it_is_over_for_good()
    {
        Assert.IsType<ChangeRequestResult.NotNow>(await RetryAsync(Failed with { ExpiredAt = Some.Now }));
        Assert.Empty(_client.Inputs);
    }

    private SubjectRequest Failed => Some.Request(_work, RequestStatus.Failed);

    private Task<ChangeRequestResult> RetryAsync(SubjectRequest request)
    {
        var requests = new FakeRequestStore(request);
        var runs = new RequestRuns(requests, new FakePendingStartStore(), [new(RequestKind.Access, nameof(AccessOrchestrator))], new FakeTimeProvider(Some.Now));
        return new AccessLife(requests, runs, TimeProvider.System).RetryAsync(request, "user-1", _client, CancellationToken.None);
    }
}
