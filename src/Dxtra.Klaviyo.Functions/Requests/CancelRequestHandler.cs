namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Cancels a request. Work that is under way finds out when it comes to its end, and discards what it gathered.</summary>
internal sealed class CancelRequestHandler(IRequestStore requests, TimeProvider time)
{
    public async Task<ChangeRequestResult> HandleAsync(string controller, string requestId, string actor, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(controller, requestId, cancellationToken) is null)
            return new ChangeRequestResult.NoRequest();
        var before = RequestStatus.Received;
        var changed = await requests.UpdateAsync(controller, requestId, actor, current =>
        {
            before = current.Status;
            return current.IsOver ? current : current with { Status = RequestStatus.Cancelled, CompletedAt = time.GetUtcNow() };
        }, cancellationToken);
        return before is RequestStatus.Completed or RequestStatus.Failed or RequestStatus.Cancelled
            ? new ChangeRequestResult.NotNow(before)
            : new ChangeRequestResult.Changed(changed);
    }
}
