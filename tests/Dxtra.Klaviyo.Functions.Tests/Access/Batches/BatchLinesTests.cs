using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class BatchLinesTests
{
    private static readonly AccessRequestBody Terms = new(null, null, null, null, null);

    private readonly AccessBatch _batch = new(DescendingId.New(Some.Now), Some.Controller(), "p1", "user-1", Some.Now, 0);
    private readonly SubjectVault _vault = new(new(new FakeSecretStore()));

    [Fact]
    public async Task A_passphrase_is_sealed_with_each_subject()
    {
        var line = Assert.Single(await MakeAsync(Person(2, "ada@example.com") with { Body = Terms with { Subject = new("ada@example.com", null, null, null), Passphrase = "correct horse battery" } }));

        Assert.True(line.Request!.Encrypted);
        Assert.Equal("correct horse battery", (await _vault.OpenAsync(line.Request, CancellationToken.None)).Passphrase);
    }

    [Fact]
    public async Task A_good_line_is_a_request_with_its_subject_sealed()
    {
        var line = Assert.Single(await MakeAsync(Person(2, "ada@example.com") with { Type = "Access" }));

        Assert.Equal((2, BatchLineStatus.Accepted, line.Request!.Id), (line.Line.Line, line.Line.Status, line.Line.RequestId));
        Assert.Equal((_batch.Id, _batch.ControllerDid, "p1", Some.Now.AddMonths(1)), (line.Request.BatchId, line.Request.ControllerDid, line.Request.ProcessorId, line.Request.DueAt));
        Assert.Equal(Some.Ada, (await _vault.OpenAsync(line.Request, CancellationToken.None)).Subject);
        Assert.DoesNotContain("ada@", JsonSerializer.Serialize(line), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Two_lines_of_one_person_are_one_request()
    {
        var lines = await MakeAsync(Person(2, "ada@example.com"), Person(3, "bob@example.com"), Person(4, "ADA@example.com"));

        Assert.Equal([BatchLineStatus.Accepted, BatchLineStatus.Accepted, BatchLineStatus.Duplicate], lines.Select(line => line.Line.Status));
        Assert.Equal(lines[0].Line.RequestId, lines[2].Line.RequestId);
        Assert.Equal((null, null), (lines[2].Request, lines[2].Chunk));
    }

    [Theory]
    [InlineData("access", true)]
    [InlineData(" EXPORT ", true)]
    [InlineData("portability", true)]
    [InlineData("", true)]
    [InlineData(null, true)]
    [InlineData("erasure", false)]
    [InlineData("acces", false)]
    public async Task What_asks_for_something_else_is_rejected(string? type, bool good)
    {
        var line = Assert.Single(await MakeAsync(Person(2, "ada@example.com") with { Type = type }));

        Assert.Equal(good, line.Line.Status == BatchLineStatus.Accepted);
        Assert.Equal(good ? [] : ["type"], line.Line.Errors?.Keys ?? []);
    }

    [Fact]
    public async Task A_bad_line_says_all_that_is_wrong_and_does_not_repeat_it()
    {
        var line = Assert.Single(await MakeAsync(new BatchEntry(7, "erase ada", Terms with { Subject = new("ada.example.com", null, null, null) }, "It is flawed.")));

        Assert.Equal((7, BatchLineStatus.Rejected, null), (line.Line.Line, line.Line.Status, line.Line.RequestId));
        Assert.Equal(["email", "line", "type"], line.Line.Errors!.Keys.Order());
        Assert.DoesNotContain("ada", JsonSerializer.Serialize(line), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_hundred_requests_make_a_chunk_whatever_lies_between_them()
    {
        var lines = await MakeAsync([.. Enumerable.Range(0, 250).Select(number => Person(number, number % 2 == 0 ? $"p{number}@example.com" : "nobody"))]);

        Assert.Equal([(0, 100), (1, 25)], lines.Select(line => line.Chunk).OfType<int>().CountBy(chunk => chunk).Select(chunk => (chunk.Key, chunk.Value)));
    }

    private static BatchEntry Person(int line, string email) => new(line, null, Terms with { Subject = new(email, null, null, null) });

    private Task<IReadOnlyList<StoredLine>> MakeAsync(params BatchEntry[] entries) =>
        new BatchLines(new(_vault)).MakeAsync(_batch, entries, CsvBatch.ColumnOf, CancellationToken.None);
}
