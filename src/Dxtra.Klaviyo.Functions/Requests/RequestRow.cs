using System.Runtime.Serialization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A request in its table. The columns serve filters; <c>Json</c> is what is read back.</summary>
internal sealed class RequestRow : ITableEntity
{
    private const string Prefix = "r|";
    private const string AfterPrefix = "r}";

    /// <summary>What <see cref="Status"/> and <see cref="RequestId"/> are read from.</summary>
    public static string[] StatusColumns { get; } = [nameof(RowKey), nameof(Status)];

    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
    public string Kind { get; set; } = "";
    public string Status { get; set; } = "";
    public bool IsOver { get; set; }
    public DateTimeOffset DueAt { get; set; }

    public string? BatchId { get; set; }

    /// <summary>The number of log rows.</summary>
    public int Moves { get; set; }

    public string Json { get; set; } = "";

    [IgnoreDataMember]
    public string RequestId => RowKey[Prefix.Length..];

    public static async Task<RequestRow?> FindAsync(TableClient table, string controller, string requestId, CancellationToken cancellationToken)
    {
        var key = KeyOf(requestId);
        if (!TableKeys.IsValid(key))
            return null;
        var found = await table.GetEntityIfExistsAsync<RequestRow>(controller, key, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    public static RequestRow Of(SubjectRequest request, int moves) => new()
    {
        PartitionKey = request.ControllerDid,
        RowKey = KeyOf(request.Id),
        Kind = request.Kind.ToString(),
        Status = request.Status.ToString(),
        IsOver = request.IsOver,
        DueAt = request.DueAt,
        BatchId = request.BatchId,
        Moves = moves,
        Json = JsonSerializer.Serialize(request, Hosting.Json.Options),
    };

    public SubjectRequest ToRequest() => JsonSerializer.Deserialize<SubjectRequest>(Json, Hosting.Json.Options)!;

    public static string Query(string controller, RequestFilter filter)
    {
        var query = TableClient.CreateQueryFilter($"PartitionKey eq {controller} and RowKey ge {Prefix} and RowKey lt {AfterPrefix}");
        if (filter.Kind is { } kind)
            query += TableClient.CreateQueryFilter($" and Kind eq {kind.ToString()}");
        if (filter.Status is { } status)
            query += TableClient.CreateQueryFilter($" and Status eq {status.ToString()}");
        if (filter.OverdueAt is { } at)
            query += TableClient.CreateQueryFilter($" and IsOver eq {false} and DueAt lt {at}");
        return query;
    }

    /// <summary>Requests of a batch; their ids were made at one time, so they stand next to each other.</summary>
    public static string Query(string controller, string batchId)
    {
        var beginning = Prefix + DescendingId.TimeOf(batchId);
        return TableClient.CreateQueryFilter(
            $"PartitionKey eq {controller} and RowKey ge {beginning} and RowKey lt {beginning + "~"} and BatchId eq {batchId}");
    }

    private static string KeyOf(string requestId) => Prefix + requestId;
}
