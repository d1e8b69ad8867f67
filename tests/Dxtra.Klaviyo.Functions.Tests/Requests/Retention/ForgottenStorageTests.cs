using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Looks through everything that is stored, before and after a request's retention.</summary>
[Collection(StorageTests.Name)]
public sealed class ForgottenStorageTests(StorageFixture storage)
{
    /// <summary>Nothing else in storage has these: what is found is this test's.</summary>
    private static readonly string[] Clear = ["01FORGETME", "forgetme@forgotten.test", "+15551230987", "forget-external-77"];

    private readonly FakeTimeProvider _time = new(Some.Now);
    private readonly ControllerKeys _keys = new(new FakeSecretStore());

    [Fact]
    public async Task After_its_retention_nothing_in_tables_and_blobs_says_whom_a_deletion_was_about()
    {
        var (requests, files, retention) = (new TableRequestStore(storage.Tables, _time), new BlobCaseFiles(storage.Blobs), new TableRetentionStore(storage.Tables));
        var request = await GivenAsync(requests, files, retention);
        Assert.NotEmpty(await FindClearAsync());

        _time.Advance(TimeSpan.FromDays(31));
        await new RetentionSweepHandler(
            retention, Some.RequestRetention(retention), requests, [new DeletionRetained(files)], new(requests, new(_keys), _time),
            _time, NullLogger<RetentionSweepHandler>.Instance).HandleAsync(CancellationToken.None);

        Assert.Empty(await FindClearAsync());
        var forgotten = await requests.FindAsync(request.ControllerDid, request.Id, CancellationToken.None);
        Assert.Equal("", forgotten!.SubjectCipherText);
        Assert.Equal(request.SubjectKey, forgotten.SubjectKey);
    }

    private async Task<SubjectRequest> GivenAsync(TableRequestStore requests, BlobCaseFiles files, TableRetentionStore retention)
    {
        var work = Some.Work();
        var maker = new DeletionRequestMaker(new(_keys), Options.Create(new DeletionOptions()));
        Assert.True(Regulations.TryFind("gdpr", out var gdpr));
        var order = new DeletionOrder(new(Clear[1], Clear[2], Clear[3], null), [DeletionScope.Profile], new(gdpr, Some.Now), $"about {Clear[1]}");
        var request = await maker.MakeAsync(work.ControllerDid, work.ProcessorId, order, Some.Now, CancellationToken.None);
        await Some.RequestRetention(retention).NoteAsync(request, CancellationToken.None);
        await requests.ClaimAsync(request, "dpo", null, CancellationToken.None);
        request = await requests.UpdateAsync(request.ControllerDid, request.Id, "dpo", current => current with
        {
            Status = RequestStatus.Cancelled,
            CompletedAt = Some.Now,
            Profiles = [new(Clear[0], "f***", ["email"], [])],
        }, CancellationToken.None);
        await files.WriteAsync(CaseNames.Preview(request.Work(), 1), Encoding.UTF8.GetBytes(Clear[0]), "application/json", CancellationToken.None);
        await new TableActivityLog(storage.Tables).AppendAsync(
            RequestEntries.Of(request, ActivityType.DeletionCancelled, "dpo", Some.Now, ["request"], "Cancelled"), CancellationToken.None);
        return request;
    }

    private async Task<IReadOnlyList<string>> FindClearAsync()
    {
        var found = new List<string>();
        var service = new TableServiceClient(storage.ConnectionString);
        await foreach (var table in service.QueryAsync())
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>())
                found.AddRange(row.Where(cell => Tells($"{cell.Value}")).Select(cell => $"{table.Name}.{cell.Key}"));
        await foreach (var container in storage.Blobs.GetBlobContainersAsync())
        {
            var client = storage.Blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync())
            {
                var content = (await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray();
                if (Tells(blob.Name) || Tells(Encoding.UTF8.GetString(content)))
                    found.Add($"{container.Name}/{blob.Name}");
            }
        }

        return found;
    }

    private static bool Tells(string text) => Clear.Any(clear => text.Contains(clear, StringComparison.OrdinalIgnoreCase));
}
