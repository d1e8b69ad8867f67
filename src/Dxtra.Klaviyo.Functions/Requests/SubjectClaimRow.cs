using Azure;
using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// Names the request of a kind that is under way for a subject of a processor. It is written with the request and removed with the
/// move that ends it, in the same transactions; one that names a request that is over counts as none.
/// </summary>
internal sealed class SubjectClaimRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
    public string RequestId { get; set; } = "";

    public static async Task<SubjectClaimRow?> FindAsync(TableClient table, SubjectRequest request, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<SubjectClaimRow>(request.ControllerDid, KeyOf(request), cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Takes the subject for the request; <paramref name="earlier"/> is what is there.</summary>
    public static TableTransactionAction Take(SubjectRequest request, SubjectClaimRow? earlier)
    {
        var row = new SubjectClaimRow { PartitionKey = request.ControllerDid, RowKey = KeyOf(request), RequestId = request.Id };
        return earlier is null
            ? new(TableTransactionActionType.Add, row)
            : new(TableTransactionActionType.UpdateReplace, row, earlier.ETag);
    }

    public TableTransactionAction Release() => new(TableTransactionActionType.Delete, this, ETag);

    private static string KeyOf(SubjectRequest request) => $"s|{request.Kind}|{request.ProcessorId}|{request.SubjectKey}";
}
