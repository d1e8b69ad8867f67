using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>Table <c>Processors</c>: partition = the controller's DID, row = the processor's id.</summary>
internal sealed class TableProcessorStore(StorageTables tables) : IProcessorStore
{
    public async Task InsertAsync(Processor processor, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        await table.AddEntityAsync(Entity.From(processor), cancellationToken);
    }

    public async Task<Processor?> FindAsync(string controller, string processorId, CancellationToken cancellationToken) =>
        (await FindEntityAsync(await TableAsync(cancellationToken), controller, processorId, cancellationToken))?.ToProcessor();

    public async Task<CursorPage<Processor>> ListAsync(string controller, PageQuery query, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {controller}");
        var page = await table.ReadPageAsync<Entity>(filter, query, cancellationToken);
        return new([.. page.Items.Select(entity => entity.ToProcessor())], page.Next);
    }

    public async IAsyncEnumerable<Processor> ReadActiveAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"Status eq {nameof(ProcessorStatus.Active)}");
        await foreach (var entity in table.QueryAsync<Entity>(filter, cancellationToken: cancellationToken))
            yield return entity.ToProcessor();
    }

    public async Task<Processor?> UpdateAsync(
        string controller, string processorId, Func<Processor, Processor> change, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        while (await FindEntityAsync(table, controller, processorId, cancellationToken) is { } entity)
        {
            var changed = change(entity.ToProcessor());
            try
            {
                await table.UpdateEntityAsync(Entity.From(changed), entity.ETag, TableUpdateMode.Replace, cancellationToken);
                return changed;
            }
            catch (RequestFailedException exception) when (exception.Status == 412)
            {
                // Another writer was faster: read again and apply the change to what is there now.
            }
        }

        return null;
    }

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("Processors", cancellationToken);

    private static async Task<Entity?> FindEntityAsync(
        TableClient table, string controller, string processorId, CancellationToken cancellationToken)
    {
        if (!TableKeys.IsValid(processorId))
            return null;
        var found = await table.GetEntityIfExistsAsync<Entity>(controller, processorId, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Status and account stand in columns for whoever looks at the table; <c>Json</c> is what is read back.</summary>
    private sealed class Entity : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public string Status { get; set; } = "";
        public string AccountId { get; set; } = "";
        public string Json { get; set; } = "";

        public static Entity From(Processor processor) => new()
        {
            PartitionKey = processor.ControllerDid,
            RowKey = processor.Id,
            Status = processor.Status.ToString(),
            AccountId = processor.Account.Id,
            Json = JsonSerializer.Serialize(processor, Hosting.Json.Options),
        };

        public Processor ToProcessor() => JsonSerializer.Deserialize<Processor>(Json, Hosting.Json.Options)!;
    }
}
