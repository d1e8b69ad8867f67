using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Table <c>WebhookGaps</c>: partition = controller and processor, row = the gap's beginning.</summary>
internal sealed class TableWebhookGaps(StorageTables tables) : IWebhookGaps
{
    public async Task NoteAsync(WebhookGap gap, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var noted = await table.GetEntityIfExistsAsync<Entity>(Entity.PartitionOf(gap), Entity.RowOf(gap), cancellationToken: cancellationToken);
        if (!noted.HasValue || noted.Value!.Until < gap.Until)
            await table.UpsertEntityAsync(Entity.Of(gap), TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<IReadOnlyList<WebhookGap>> ReadAsync(string controller, string processorId, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Entity.PartitionOf(controller, processorId)}");
        var gaps = new List<WebhookGap>();
        await foreach (var entity in table.QueryAsync<Entity>(filter, cancellationToken: cancellationToken))
            gaps.Add(entity.ToGap());
        return gaps;
    }

    public async Task RemoveAsync(WebhookGap gap, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var noted = await table.GetEntityIfExistsAsync<Entity>(Entity.PartitionOf(gap), Entity.RowOf(gap), cancellationToken: cancellationToken);
        if (!noted.HasValue || noted.Value!.Until > gap.Until)
            return;
        try
        {
            await table.DeleteEntityAsync(noted.Value, noted.Value.ETag, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            // It has grown meanwhile.
        }
    }

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("WebhookGaps", cancellationToken);

    private sealed class Entity : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public string ControllerDid { get; set; } = "";
        public string ProcessorId { get; set; } = "";
        public DateTimeOffset From { get; set; }
        public DateTimeOffset Until { get; set; }

        public static string PartitionOf(WebhookGap gap) => PartitionOf(gap.ControllerDid, gap.ProcessorId);

        public static string PartitionOf(string controller, string processorId) => $"{controller}|{processorId}";

        public static string RowOf(WebhookGap gap) => gap.From.UtcTicks.ToString("d19", CultureInfo.InvariantCulture);

        public static Entity Of(WebhookGap gap) => new()
        {
            PartitionKey = PartitionOf(gap),
            RowKey = RowOf(gap),
            ControllerDid = gap.ControllerDid,
            ProcessorId = gap.ProcessorId,
            From = gap.From,
            Until = gap.Until,
        };

        public WebhookGap ToGap() => new(ControllerDid, ProcessorId, From, Until);
    }
}
