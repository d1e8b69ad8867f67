using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The requests of all controllers, with their logs; each call names the controller it acts for.</summary>
internal interface IRequestStore
{
    /// <summary>
    /// Claims the request: row, first log row, the subject until it is over and, when given, the idempotency key, all or nothing. A
    /// repeat with the same request is <see cref="ClaimResult.Claimed"/> again.
    /// </summary>
    Task<ClaimResult> ClaimAsync(SubjectRequest request, string actor, IdempotencyClaim? idempotency, CancellationToken cancellationToken);

    /// <summary>The request, or null when this controller has none of that id.</summary>
    Task<SubjectRequest?> FindAsync(string controller, string requestId, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<CursorPage<SubjectRequest>> ListAsync(string controller, RequestFilter filter, PageQuery query, CancellationToken cancellationToken);

    /// <summary>The requests of a batch that are stored, by id.</summary>
    Task<IReadOnlyDictionary<string, RequestStatus>> StatusesAsync(string controller, string batchId, CancellationToken cancellationToken);

    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<RequestLogEntry>> ReadLogAsync(string controller, string requestId, CancellationToken cancellationToken);

    /// <summary>
    /// Applies <paramref name="change"/>; a change of status is checked against <see cref="RequestTransitions"/>; it and a change of the
    /// deadline leave a log row in the same transaction. Repeated when another writer was faster.
    /// </summary>
    /// <exception cref="InvalidOperationException">The request is missing or the move is not permitted.</exception>
    Task<SubjectRequest> UpdateAsync(
        string controller, string requestId, string actor, Func<SubjectRequest, SubjectRequest> change, CancellationToken cancellationToken);
}
