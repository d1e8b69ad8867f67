namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class StartChunkActivityTests
{
    private static readonly SubjectIdentity Bob = new("bob@example.com", null, null, null);

    private readonly FakeDurableClient _client = new();

    [Fact]
    public async Task Every_request_is_started_under_its_own_id()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada, Bob);
        await batch.ClaimAsync();

        Assert.Equal(2, await StartAsync(batch));

        Assert.Equal(batch.Work(0), _client.Inputs[batch.Work(0).RequestId]);
        Assert.Equal(nameof(AccessOrchestrator), _client[batch.Work(1).RequestId].Name);
    }

    [Fact]
    public async Task A_repeat_starts_those_that_are_not_started()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada, Bob);
        await batch.ClaimAsync();
        _client.Refused = batch.Work(1).RequestId;
        await Assert.ThrowsAnyAsync<IOException>(() => StartAsync(batch));
        _client.Refused = null;

        Assert.Equal(1, await StartAsync(batch));

        Assert.Equal(2, _client.Inputs.Count);
    }

    [Fact]
    public async Task A_request_that_was_cancelled_is_not_started_and_keeps_nothing_of_what_was_read_for_it()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada);
        batch.People.With(new FakePeople.Person("01ADA", "ada@example.com"));
        await batch.PrepareAsync();
        Assert.NotEmpty(batch.Exports.Blobs);
        await batch.Requests.UpdateAsync(
            batch.Batch.ControllerDid, batch.Work(0).RequestId, "x", request => request with { Status = RequestStatus.Cancelled }, CancellationToken.None);

        Assert.Equal(0, await StartAsync(batch));

        Assert.Empty(_client.Inputs);
        Assert.Empty(batch.Exports.Blobs);
    }

    [Fact]
    public async Task A_request_that_has_run_keeps_its_export_when_the_start_is_repeated()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada);
        batch.People.With(new FakePeople.Person("01ADA", "ada@example.com"));
        await batch.PrepareAsync();
        await StartAsync(batch);
        await batch.Requests.UpdateAsync(
            batch.Batch.ControllerDid, batch.Work(0).RequestId, "x", request => request with { Status = RequestStatus.Completed }, CancellationToken.None);

        Assert.Equal(0, await StartAsync(batch));

        Assert.NotEmpty(batch.Exports.Blobs);
    }

    private Task<int> StartAsync(BatchFixture batch) => batch.Start.RunAsync(new(batch.Batch.Work(), 0), _client, CancellationToken.None);
}
