namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The move that gives a request up.</summary>
internal static class Cancellation
{
    /// <param name="requests">Where it is stored.</param>
    /// <param name="request">The request.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="now">When.</param>
    /// <param name="permits">Whether it can still be given up, asked at the moment of the move.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ChangeRequestResult> CancelAsync(
        IRequestStore requests, SubjectRequest request, string actor, DateTimeOffset now, Func<SubjectRequest, bool> permits, CancellationToken cancellationToken)
    {
        RequestStatus? refused = null;
        var changed = await requests.UpdateAsync(request.ControllerDid, request.Id, actor, current =>
        {
            refused = current.IsOver || !permits(current) ? current.Status : null;
            return refused is null ? current with { Status = RequestStatus.Cancelled, CompletedAt = now } : current;
        }, cancellationToken);
        return refused is { } status ? new ChangeRequestResult.NotNow(status) : new ChangeRequestResult.Changed(changed);
    }
}
