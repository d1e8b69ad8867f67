using Azure;
using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A move of a request in its table; the row's key counts upwards.</summary>
internal sealed class RequestLogRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
    public DateTimeOffset At { get; set; }
    public string? From { get; set; }
    public string To { get; set; } = "";
    public string Actor { get; set; } = "";
    public DateTimeOffset? DueAt { get; set; }

    public static RequestLogRow Of(SubjectRequest request, int number, RequestLogEntry entry) => new()
    {
        PartitionKey = request.ControllerDid,
        RowKey = $"l|{request.Id}|{number:d6}",
        At = entry.At,
        From = entry.From?.ToString(),
        To = entry.To.ToString(),
        Actor = entry.Actor,
        DueAt = entry.DueAt,
    };

    public RequestLogEntry ToEntry() => new(
        At, From is null ? null : Enum.Parse<RequestStatus>(From), Enum.Parse<RequestStatus>(To), Actor, DueAt);

    public static string Query(string controller, string requestId) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {controller} and RowKey ge {$"l|{requestId}|"} and RowKey lt {$"l|{requestId}}}"}");
}
