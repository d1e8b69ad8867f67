using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class StorageTablesTests(StorageFixture storage)
{
    [Fact]
    public async Task A_table_is_made_on_first_use_and_exists_from_then_on()
    {
        var name = "t" + Guid.NewGuid().ToString("n");

        var tables = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => storage.Tables.GetAsync(name, CancellationToken.None)));

        await tables[0].AddEntityAsync(new TableEntity("p", "r"));
        Assert.True((await tables[3].GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }

    [Fact]
    public async Task A_failure_to_make_it_is_not_remembered()
    {
        var broken = true;
        var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(new Breaker(() => broken), HttpPipelinePosition.PerCall);
        var tables = new StorageTables(new TableServiceClient(storage.ConnectionString, options));
        var name = "t" + Guid.NewGuid().ToString("n");
        await Assert.ThrowsAsync<RequestFailedException>(() => tables.GetAsync(name, CancellationToken.None));

        broken = false;

        Assert.Equal(name, (await tables.GetAsync(name, CancellationToken.None)).Name);
    }

    private sealed class Breaker(Func<bool> broken) : Azure.Core.Pipeline.HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            if (broken())
                throw new RequestFailedException("Storage is gone.");
        }
    }
}
