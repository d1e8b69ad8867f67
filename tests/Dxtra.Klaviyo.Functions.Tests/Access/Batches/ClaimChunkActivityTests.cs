namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ClaimChunkActivityTests
{
    private static readonly SubjectIdentity Bob = new("bob@example.com", null, null, null);

    [Fact]
    public async Task Each_accepted_line_becomes_a_request_of_who_sent_the_batch()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada, Bob);

        Assert.Equal(1, await batch.ClaimAsync());

        Assert.Equal((RequestStatus.Received, RequestStatus.Received), (batch.Request(0).Status, batch.Request(1).Status));
        Assert.Equal(batch.Batch.Id, batch.Request(0).BatchId);
        Assert.All(batch.Batches.Lines(batch.Batch.Id), line => Assert.Null(line.Request));
    }

    [Fact]
    public async Task A_repeat_makes_nothing_twice()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada, Bob);
        await batch.ClaimAsync();
        var before = await batch.Requests.StatusesAsync(batch.Batch.ControllerDid, batch.Batch.Id, CancellationToken.None);

        await batch.ClaimAsync();

        Assert.Equal(before, await batch.Requests.StatusesAsync(batch.Batch.ControllerDid, batch.Batch.Id, CancellationToken.None));
        Assert.Equal(2, before.Count);
    }

    [Fact]
    public async Task A_crash_between_the_claim_and_its_mark_makes_nothing_twice()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada);
        await batch.Requests.ClaimAsync(batch.Batches.Lines(batch.Batch.Id)[0].Request!, "user-1", null, CancellationToken.None);

        await batch.ClaimAsync();

        Assert.Equal(BatchLineStatus.Accepted, batch.Batches.Lines(batch.Batch.Id)[0].Line.Status);
        Assert.Single(await batch.Requests.StatusesAsync(batch.Batch.ControllerDid, batch.Batch.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_person_with_a_request_under_way_gets_no_second_and_all_their_lines_point_to_the_first()
    {
        await using var batch = await BatchFixture.CreateAsync(Some.Ada, Bob, Some.Ada);
        var running = batch.Batches.Lines(batch.Batch.Id)[0].Request! with { Id = "r0", BatchId = null };
        await batch.Requests.ClaimAsync(running, "user-2", null, CancellationToken.None);

        await batch.ClaimAsync();

        Assert.Equal(
            [(BatchLineStatus.Duplicate, "r0"), (BatchLineStatus.Accepted, batch.Work(1).RequestId), (BatchLineStatus.Duplicate, "r0")],
            batch.Batches.Lines(batch.Batch.Id).Select(line => (line.Line.Status, line.Line.RequestId!)));
        Assert.Equal([batch.Work(1).RequestId], (await batch.Requests.StatusesAsync(batch.Batch.ControllerDid, batch.Batch.Id, CancellationToken.None)).Keys);
    }
}
