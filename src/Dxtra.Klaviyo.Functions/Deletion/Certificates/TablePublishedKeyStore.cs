using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Certificates;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Table <c>CertificateKeys</c>: one partition, row = the generation.</summary>
internal sealed class TablePublishedKeyStore(StorageTables tables) : IPublishedKeyStore
{
    private const string Partition = "keys";

    public async Task<IReadOnlyList<PublishedKey>> ReadAsync(CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var rows = table.QueryAsync<Entity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken);
        return await rows.Select(row => row.ToKey()).ToListAsync(cancellationToken);
    }

    public async Task AddAsync(PublishedKey key, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        try
        {
            await table.AddEntityAsync(Entity.Of(key), cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            // Another instance was faster, with the same key: both have it from the secret store.
        }
    }

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("CertificateKeys", cancellationToken);

    private sealed class Entity : ITableEntity
    {
        public string PartitionKey { get; set; } = Partition;
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public string Kid { get; set; } = "";
        public string Jwk { get; set; } = "";
        public DateTimeOffset Since { get; set; }

        private int Generation => int.Parse(RowKey, CultureInfo.InvariantCulture);

        public static Entity Of(PublishedKey key) => new()
        {
            RowKey = key.Generation.ToString("D6", CultureInfo.InvariantCulture),
            Kid = key.Key.Kid,
            Jwk = JsonSerializer.Serialize(key.Key, Hosting.Json.Options),
            Since = key.Since,
        };

        public PublishedKey ToKey() => new(Generation, JsonSerializer.Deserialize<CertificateKey>(Jwk, Hosting.Json.Options)!, Since);
    }
}
