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

    public static IdempotencyRow Of(string controller, string requestId, IdempotencyClaim claim) => new()
    {
        PartitionKey = controller,
        RowKey = KeyOf(claim),
        RequestId = requestId,
        BodyHash = claim.BodyHash,
    };

    /// <summary>What an earlier call with this key made; null when there was none.</summary>
    public static async Task<ClaimResult?> EarlierAsync(
        TableClient table, string controller, IdempotencyClaim? claim, CancellationToken cancellationToken)
    {
        if (claim is null)
            return null;
        var found = await table.GetEntityIfExistsAsync<IdempotencyRow>(controller, KeyOf(claim), cancellationToken: cancellationToken);
        if (!found.HasValue)
            return null;
        return found.Value!.BodyHash == claim.BodyHash ? new ClaimResult.Repeated(found.Value.RequestId) : new ClaimResult.KeyReused();
    }

    private static string KeyOf(IdempotencyClaim claim) => "i|" + claim.KeyHash;
}
