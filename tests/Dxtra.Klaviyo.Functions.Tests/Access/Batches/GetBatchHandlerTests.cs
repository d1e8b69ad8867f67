namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class GetBatchHandlerTests
{
    [Fact]
    public async Task A_batch_shows_what_came_of_its_lines_and_how_far_its_requests_are()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada, new(null, null, null, null), Some.Ada);
        await batch.ClaimAsync();

        var view = await new GetBatchHandler(batch.Batches, batch.Requests).HandleAsync(batch.Batch.ControllerDid, batch.Batch.Id, GetBatchQuery.First, CancellationToken.None);

        Assert.Equal(new(3, 1, 1, 1), view!.Counts);
        Assert.Equal(new Dictionary<RequestStatus, int> { [RequestStatus.Received] = 1 }, view.Requests);
        Assert.Equal(
            [(1, BatchLineStatus.Accepted, RequestStatus.Received), (2, BatchLineStatus.Rejected, null), (3, BatchLineStatus.Duplicate, RequestStatus.Received)],
            view.Lines.Items.Select(line => (line.Line, line.Status, line.RequestStatus)));
        Assert.Equal(["subject"], view.Lines.Items[1].Errors!.Keys);
    }

    [Fact]
    public async Task Lines_of_one_status_may_be_asked_for()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada, new SubjectIdentity(null, null, null, null));

        var view = await new GetBatchHandler(batch.Batches, batch.Requests)
            .HandleAsync(batch.Batch.ControllerDid, batch.Batch.Id, new(BatchLineStatus.Rejected, PageQuery.Largest), CancellationToken.None);

        Assert.Equal([2], view!.Lines.Items.Select(line => line.Line));
        Assert.Equal(2, view.Counts.Lines);
    }

    [Fact]
    public async Task Another_controllers_batch_is_not_there()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada);

        Assert.Null(await new GetBatchHandler(batch.Batches, batch.Requests).HandleAsync(Some.Controller(), batch.Batch.Id, GetBatchQuery.First, CancellationToken.None));
    }
}
