using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A line of a batch in its table, in the order of their numbers.</summary>
internal sealed class BatchLineRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
    public int Line { get; set; }
    public string Status { get; set; } = "";
    public string? RequestId { get; set; }
    public string? Errors { get; set; }
    public int? Chunk { get; set; }

    /// <summary>The request with its subject sealed; empty once it was handed over.</summary>
    public string? Request { get; set; }

    public static BatchLineRow Of(string controller, string batchId, StoredLine stored) => new()
    {
        PartitionKey = controller,
        RowKey = $"l|{batchId}|{stored.Line.Line:d7}",
        Line = stored.Line.Line,
        Status = stored.Line.Status.ToString(),
        RequestId = stored.Line.RequestId,
        Errors = stored.Line.Errors is { } errors ? JsonSerializer.Serialize(errors, Hosting.Json.Options) : null,
        Chunk = stored.Chunk,
        Request = stored.Request is { } request ? JsonSerializer.Serialize(request, Hosting.Json.Options) : null,
    };

    public BatchLine ToLine() => new(
        Line, Enum.Parse<BatchLineStatus>(Status), RequestId,
        Errors is null ? null : JsonSerializer.Deserialize<Dictionary<string, string[]>>(Errors, Hosting.Json.Options));

    public StoredLine ToStored() => new(
        ToLine(), Chunk, string.IsNullOrEmpty(Request) ? null : JsonSerializer.Deserialize<SubjectRequest>(Request, Hosting.Json.Options));

    /// <summary>All lines of a batch, or those of one status.</summary>
    public static string Query(string controller, string batchId, BatchLineStatus? status = null)
    {
        var query = TableClient.CreateQueryFilter($"PartitionKey eq {controller} and RowKey ge {$"l|{batchId}|"} and RowKey lt {$"l|{batchId}}}"}");
        return status is null ? query : query + TableClient.CreateQueryFilter($" and Status eq {status.ToString()}");
    }

    public static string OfChunk(string controller, string batchId, int chunk) =>
        Query(controller, batchId, BatchLineStatus.Accepted) + TableClient.CreateQueryFilter($" and Chunk eq {chunk}");

    public static string OfRequest(string controller, string batchId, string requestId) =>
        Query(controller, batchId) + TableClient.CreateQueryFilter($" and RequestId eq {requestId}");
}
