using Azure;
using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A batch in its table; its row is written last. One that was given up names no processor.</summary>
internal sealed class BatchRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
    public string ProcessorId { get; set; } = "";
    public string Actor { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
    public int Chunks { get; set; }

    public static string KeyOf(string batchId) => "b|" + batchId;

    public static BatchRow Of(AccessBatch batch) => new()
    {
        PartitionKey = batch.ControllerDid,
        RowKey = KeyOf(batch.Id),
        ProcessorId = batch.ProcessorId,
        Actor = batch.Actor,
        CreatedAt = batch.CreatedAt,
        Chunks = batch.Chunks,
    };

    public static BatchRow Abandoned(string controller, string batchId, DateTimeOffset at) => new() { PartitionKey = controller, RowKey = KeyOf(batchId), CreatedAt = at };

    /// <summary>Null when it was given up.</summary>
    public AccessBatch? ToBatch() => ProcessorId.Length == 0 ? null : new(RowKey["b|".Length..], PartitionKey, ProcessorId, Actor, CreatedAt, Chunks);
}
