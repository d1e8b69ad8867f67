using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Who may make a request: the first with an idempotency key, and the first for a subject until its request is over.</summary>
internal static class RequestClaims
{
    public static async Task<ClaimResult> ClaimAsync(
        TableClient table, SubjectRequest request, string actor, IdempotencyClaim? idempotency, CancellationToken cancellationToken)
    {
        while (true)
        {
            var taken = await SubjectClaimRow.FindAsync(table, request, cancellationToken);
            if (taken is not null && taken.RequestId != request.Id && await IsUnderWayAsync(table, request, taken, cancellationToken))
                return await IdempotencyRow.EarlierAsync(table, request.ControllerDid, idempotency, cancellationToken) ?? new ClaimResult.AlreadyRunning(taken.RequestId);
            try
            {
                await table.SubmitTransactionAsync(RowsOf(request, actor, idempotency, taken), cancellationToken);
                return new ClaimResult.Claimed();
            }
            catch (TableTransactionFailedException exception) when (IsConflict(exception))
            {
                // Nobody else can have this id: the row is there because a call whose answer was lost was repeated.
                if (await RequestRow.FindAsync(table, request.ControllerDid, request.Id, cancellationToken) is not null)
                    return new ClaimResult.Claimed();
                if (await IdempotencyRow.EarlierAsync(table, request.ControllerDid, idempotency, cancellationToken) is { } earlier)
                    return earlier;

                // Somebody was faster with this subject: look again.
            }
        }
    }

    /// <summary>What a move does to the claim on the subject: the end releases it, another run takes it again when it is free.</summary>
    public static async Task<IEnumerable<TableTransactionAction>> MoveAsync(
        TableClient table, SubjectRequest before, SubjectRequest after, CancellationToken cancellationToken)
    {
        if (before.IsOver == after.IsOver)
            return [];
        var taken = await SubjectClaimRow.FindAsync(table, after, cancellationToken);
        if (after.IsOver)
            return taken?.RequestId == after.Id ? [taken.Release()] : [];
        return taken is null || !await IsUnderWayAsync(table, after, taken, cancellationToken) ? [SubjectClaimRow.Take(after, taken)] : [];
    }

    /// <summary>A row is there that was not, or is gone, or was changed meanwhile.</summary>
    public static bool IsConflict(TableTransactionFailedException exception) => exception.Status is 404 or 409 or 412;

    private static async Task<bool> IsUnderWayAsync(
        TableClient table, SubjectRequest request, SubjectClaimRow claim, CancellationToken cancellationToken) =>
        await RequestRow.FindAsync(table, request.ControllerDid, claim.RequestId, cancellationToken) is { IsOver: false };

    private static List<TableTransactionAction> RowsOf(SubjectRequest request, string actor, IdempotencyClaim? idempotency, SubjectClaimRow? taken)
    {
        List<TableTransactionAction> rows =
        [
            new(TableTransactionActionType.Add, RequestRow.Of(request, moves: 1)),
            new(TableTransactionActionType.Add, RequestLogRow.Of(request, 1, new(request.CreatedAt, null, request.Status, actor))),
            SubjectClaimRow.Take(request, taken),
        ];
        if (idempotency is not null)
            rows.Add(new(TableTransactionActionType.Add, IdempotencyRow.Of(request.ControllerDid, request.Id, idempotency)));
        return rows;
    }
}
