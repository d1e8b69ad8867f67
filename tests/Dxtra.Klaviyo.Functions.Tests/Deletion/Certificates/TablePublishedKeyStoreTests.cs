using Azure.Data.Tables;
using Dxtra.Klaviyo.Certificates;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class TablePublishedKeyStoreTests(StorageFixture storage)
{
    /// <summary>One test, for the keys are those of the installation: the table has one partition.</summary>
    [Fact]
    public async Task Keys_are_kept_in_their_order_and_the_first_of_a_generation_stays()
    {
        await storage.Tables.GetAsync("CertificateKeys", default);
        var table = new TableServiceClient(storage.ConnectionString).GetTableClient("CertificateKeys");
        var store = new TablePublishedKeyStore(storage.Tables);
        var begun = (await store.ReadAsync(default)).Count;

        await store.AddAsync(Key(900_010, "j"), default);
        await store.AddAsync(Key(900_002, "b"), default);
        await store.AddAsync(Key(900_002, "another"), default);

        var added = (await store.ReadAsync(default)).Skip(begun).ToList();
        Assert.Equal([Key(900_002, "b"), Key(900_010, "j")], added);
        foreach (var generation in new[] { "900002", "900010" })
            await table.DeleteEntityAsync("keys", generation);
    }

    private static PublishedKey Key(int generation, string x) => new(generation, new CertificateKey("P-256", "EC", x, "y"), Some.Now);
}
