using Azure;
using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Remembers which request an idempotency key made.</summary>
internal sealed class IdempotencyRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
    public string RequestId { get; set; } = "";
    public string BodyHash { get; set; } = "";

    public static string KeyOf(IdempotencyClaim claim) => "i|" + claim.KeyHash;

    public static IdempotencyRow Of(SubjectRequest request, IdempotencyClaim claim) => new()
    {
        PartitionKey = request.ControllerDid,
        RowKey = KeyOf(claim),
        RequestId = request.Id,
        BodyHash = claim.BodyHash,
    };
}
