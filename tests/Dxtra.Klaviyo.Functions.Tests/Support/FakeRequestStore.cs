namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Requests in memory, with the table's rules: a claim is made once, moves are checked and logged.</summary>
internal sealed class FakeRequestStore : IRequestStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Controller, string Id), SubjectRequest> _requests = [];
    private readonly Dictionary<(string Controller, string Id), List<RequestLogEntry>> _logs = [];
    private readonly Dictionary<string, (string RequestId, string BodyHash)> _keys = [];

    public FakeRequestStore(params IEnumerable<SubjectRequest> requests)
    {
        foreach (var request in requests)
            _requests[(request.ControllerDid, request.Id)] = request;
    }

    /// <summary>Set: claiming fails with it, before anything is stored.</summary>
    public Exception? ClaimFault { get; set; }

    public SubjectRequest this[RequestWork work] => _requests[(work.ControllerDid, work.RequestId)];

    public Task<ClaimResult> ClaimAsync(
        SubjectRequest request, string actor, IdempotencyClaim? idempotency, CancellationToken cancellationToken)
    {
        if (ClaimFault is { } fault)
            return Task.FromException<ClaimResult>(fault);
        lock (_gate)
        {
            if (idempotency is not null && _keys.ContainsKey(idempotency.KeyHash))
                return Task.FromResult(Earlier(idempotency));
            if (_requests.ContainsKey((request.ControllerDid, request.Id)))
                return Task.FromResult<ClaimResult>(new ClaimResult.Claimed());
            if (UnderWay(request) is { } running)
                return Task.FromResult<ClaimResult>(new ClaimResult.AlreadyRunning(running.Id));
            _requests.Add((request.ControllerDid, request.Id), request);
            if (idempotency is not null)
                _keys[idempotency.KeyHash] = (request.Id, idempotency.BodyHash);
            return Task.FromResult<ClaimResult>(new ClaimResult.Claimed());
        }
    }

    public Task<SubjectRequest?> FindAsync(string controller, string requestId, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult(_requests.GetValueOrDefault((controller, requestId)));
    }

    public Task<CursorPage<SubjectRequest>> ListAsync(
        string controller, RequestFilter filter, PageQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, RequestStatus>> StatusesAsync(string controller, string batchId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyDictionary<string, RequestStatus>>(_requests.Values
                .Where(request => request.ControllerDid == controller && request.BatchId == batchId)
                .ToDictionary(request => request.Id, request => request.Status));
        }
    }

    public Task<IReadOnlyList<RequestLogEntry>> ReadLogAsync(string controller, string requestId, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<RequestLogEntry>>([.. _logs.GetValueOrDefault((controller, requestId), [])]);
    }

    public Task<SubjectRequest> UpdateAsync(
        string controller, string requestId, string actor, Func<SubjectRequest, SubjectRequest> change, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var key = (controller, requestId);
            var before = _requests[key];
            var after = change(before);
            if (before.Status != after.Status)
                RequestTransitions.Check(before.Status, after.Status);
            DateTimeOffset? due = before.DueAt == after.DueAt ? null : after.DueAt;
            if (before.Status != after.Status || due is not null)
                (_logs.TryGetValue(key, out var log) ? log : _logs[key] = []).Add(new(Some.Now, before.Status, after.Status, actor, due));

            return Task.FromResult(_requests[key] = after);
        }
    }

    private SubjectRequest? UnderWay(SubjectRequest request) => _requests.Values.FirstOrDefault(other => !other.IsOver
        && (other.ControllerDid, other.ProcessorId, other.Kind, other.SubjectKey) == (request.ControllerDid, request.ProcessorId, request.Kind, request.SubjectKey));

    private ClaimResult Earlier(IdempotencyClaim claim)
    {
        var (requestId, bodyHash) = _keys[claim.KeyHash];
        return bodyHash == claim.BodyHash ? new ClaimResult.Repeated(requestId) : new ClaimResult.KeyReused();
    }
}
