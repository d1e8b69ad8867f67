using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Table <c>Webhooks</c>: partition = the processor's id, since a webhook's address has no more; one row each.</summary>
internal sealed class TableWebhookStore(StorageTables tables) : IWebhookStore
{
    private const string Row = "webhook";

    public async Task<WebhookRegistration?> FindAsync(string processorId, CancellationToken cancellationToken) =>
        (await FindRowAsync(await TableAsync(cancellationToken), processorId, cancellationToken))?.ToRegistration();

    public async Task<WebhookRegistration> UpdateAsync(
        string processorId, Func<WebhookRegistration?, WebhookRegistration> change, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        while (true)
        {
            var found = await FindRowAsync(table, processorId, cancellationToken);
            var changed = change(found?.ToRegistration());
            try
            {
                await (found is null
                    ? table.AddEntityAsync(Entity.Of(changed), cancellationToken)
                    : table.UpdateEntityAsync(Entity.Of(changed), found.ETag, TableUpdateMode.Replace, cancellationToken));
                return changed;
            }
            catch (RequestFailedException exception) when (exception.Status is 409 or 412)
            {
                // Another writer was faster: read again and apply the change to what is there now.
            }
        }
    }

    public async IAsyncEnumerable<WebhookRegistration> ReadDueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"RowKey eq {Row} and NextCheckAt le {now}");
        await foreach (var entity in table.QueryAsync<Entity>(filter, cancellationToken: cancellationToken))
            yield return entity.ToRegistration();
    }

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("Webhooks", cancellationToken);

    private static async Task<Entity?> FindRowAsync(TableClient table, string processorId, CancellationToken cancellationToken)
    {
        if (!TableKeys.IsValid(processorId))
            return null;
        var found = await table.GetEntityIfExistsAsync<Entity>(processorId, Row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    private sealed class Entity : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public string State { get; set; } = "";
        public DateTimeOffset NextCheckAt { get; set; }
        public string Json { get; set; } = "";

        public static Entity Of(WebhookRegistration registration) => new()
        {
            PartitionKey = registration.ProcessorId,
            RowKey = Row,
            State = registration.State.ToString(),
            NextCheckAt = registration.NextCheckAt,
            Json = JsonSerializer.Serialize(registration, Hosting.Json.Options),
        };

        public WebhookRegistration ToRegistration() => JsonSerializer.Deserialize<WebhookRegistration>(Json, Hosting.Json.Options)!;
    }
}
