using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>An order in its table, or a row that points to one.</summary>
internal sealed class ConsentOrderRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
    public string OrderId { get; set; } = "";

    /// <summary>The order; empty in a row that points to one.</summary>
    public string Json { get; set; } = "";

    public static string Waiting(string processorId) => $"w|{processorId}|";

    public static string Batch(string batchId) => $"b|{batchId}|";

    public static string Subject(string processorId, string subjectKey) => $"k|{processorId}|{subjectKey}|";

    public static ConsentOrderRow Of(ConsentOrder order) => new()
    {
        PartitionKey = order.ControllerDid,
        RowKey = KeyOf(order.Id),
        OrderId = order.Id,
        Json = JsonSerializer.Serialize(order, Hosting.Json.Options),
    };

    public static ConsentOrderRow Pointer(string controller, string prefix, string id) =>
        new() { PartitionKey = controller, RowKey = prefix + id, OrderId = id };

    public ConsentOrder ToOrder() => JsonSerializer.Deserialize<ConsentOrder>(Json, Hosting.Json.Options)!;

    public static async Task<ConsentOrderRow?> FindAsync(TableClient table, string controller, string id, CancellationToken cancellationToken)
    {
        if (!TableKeys.IsValid(KeyOf(id)))
            return null;
        var found = await table.GetEntityIfExistsAsync<ConsentOrderRow>(controller, KeyOf(id), cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <param name="controller">The partition.</param>
    /// <param name="prefix">Ends with a bar.</param>
    /// <param name="before">Only ids before this one, which are newer.</param>
    public static string Query(string controller, string prefix, string? before = null)
    {
        var end = before is null ? prefix[..^1] + "}" : prefix + before;
        return TableClient.CreateQueryFilter($"PartitionKey eq {controller} and RowKey ge {prefix} and RowKey lt {end}");
    }

    private static string KeyOf(string id) => "o|" + id;
}
