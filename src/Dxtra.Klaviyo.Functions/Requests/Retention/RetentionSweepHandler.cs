using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// Ends the retention of requests that are over. The request is marked first, from where on no work goes on from it; the note goes last:
/// a crash in between leaves it to the next sweep, which does the rest.
/// </summary>
internal sealed partial class RetentionSweepHandler(
    IRetentionStore store, RequestRetention retention, IRequestStore requests, IEnumerable<IRetained> retained, Forgetting forgetting,
    TimeProvider time, ILogger<RetentionSweepHandler> logger)
{
    /// <summary>When to look again at a request that is not over, or whose files are still needed.</summary>
    private static readonly TimeSpan NextLook = TimeSpan.FromDays(1);

    public Task HandleAsync(CancellationToken cancellationToken) => ExpirySweep.RunAsync(
        store, time.GetUtcNow(), expiry => SweepAsync(expiry, cancellationToken),
        (expiry, exception) => Log.NotSwept(logger, expiry.RequestId, exception.GetType().FullName), cancellationToken);

    private async Task SweepAsync(Expiry expiry, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(expiry.ControllerDid, expiry.RequestId, cancellationToken);
        if (request is { ForgottenAt: null } && IsDue(request))
            request = await forgetting.MarkAsync(request, IsDue, cancellationToken);
        if (request is { ForgottenAt: null })
        {
            await store.MoveAsync(expiry, NextLookAt(request), cancellationToken);
            return;
        }

        if (request is not null)
        {
            foreach (var one in retained.Where(one => one.Kind == request.Kind))
                await one.ForgetAsync(request.Work(), cancellationToken);
        }

        await store.RemoveAsync(expiry, cancellationToken);
    }

    private bool IsDue(SubjectRequest request) => request.IsOver && EndOf(request) <= time.GetUtcNow();

    private DateTimeOffset NextLookAt(SubjectRequest request)
    {
        var tomorrow = time.GetUtcNow() + NextLook;
        return request.IsOver && EndOf(request) > time.GetUtcNow() ? EndOf(request) : tomorrow;
    }

    private DateTimeOffset EndOf(SubjectRequest request) => retained
        .Where(one => one.Kind == request.Kind)
        .Select(one => one.NeededUntil(request) ?? DateTimeOffset.MinValue)
        .Append(retention.EndFrom(request.CompletedAt ?? request.CreatedAt))
        .Max();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The retention of request {RequestId} could not be ended ({Exception}); it is tried again")]
        public static partial void NotSwept(ILogger logger, string requestId, string? exception);
    }
}
