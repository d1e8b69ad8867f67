using System.Text.Json;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Table <c>ConsentMetrics</c>: partition = the controller's DID, row = the processor's id.</summary>
internal sealed class TableMetricBookStore(StorageTables tables) : IMetricBookStore
{
    private const string Json = "Json";

    public async Task<MetricBook?> FindAsync(string controller, string processorId, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(controller, processorId, cancellationToken: cancellationToken);
        return found.HasValue ? JsonSerializer.Deserialize<MetricBook>(found.Value!.GetString(Json), Hosting.Json.Options) : null;
    }

    public async Task WriteAsync(string controller, string processorId, MetricBook book, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var row = new TableEntity(controller, processorId) { [Json] = JsonSerializer.Serialize(book, Hosting.Json.Options) };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("ConsentMetrics", cancellationToken);
}
