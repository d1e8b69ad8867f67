using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Deletes what was gathered for requests whose time is over, with their passphrase. The note goes last: a crash before leaves it to
/// the next sweep, which does the same again.
/// </summary>
internal sealed partial class ExportSweepHandler(
    IExportExpiryStore expiries, ExportRetention retention, IRequestStore requests, IExportStore exports, SubjectVault vault, IActivityLog activity,
    TimeProvider time, ILogger<ExportSweepHandler> logger)
{
    /// <summary>When to look again at a request that is not over.</summary>
    private static readonly TimeSpan NextLook = TimeSpan.FromDays(1);

    public Task HandleAsync(CancellationToken cancellationToken) => ExpirySweep.RunAsync(
        expiries, time.GetUtcNow(), expiry => SweepAsync(expiry, cancellationToken),
        (expiry, exception) => Log.NotSwept(logger, expiry.RequestId, exception.GetType().FullName), cancellationToken);

    private async Task SweepAsync(Expiry expiry, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(expiry.ControllerDid, expiry.RequestId, cancellationToken);
        if (request is { ExpiredAt: null })
            request = await ExpireAsync(request, cancellationToken);
        if (request is { ExpiredAt: null })
        {
            await expiries.MoveAsync(expiry, NextLookAt(request), cancellationToken);
            return;
        }

        if (request is not null)
            await exports.DeleteAllAsync(ExportNames.All(request.Work()), cancellationToken);
        await expiries.RemoveAsync(expiry, cancellationToken);
    }

    /// <summary>Marks the request if its time is over: from then on nothing is downloaded and no work goes on from what it has.</summary>
    private async Task<SubjectRequest> ExpireAsync(SubjectRequest request, CancellationToken cancellationToken)
    {
        if (!IsDue(request))
            return request;
        var cipherText = request is { Encrypted: true, ForgottenAt: null } ? await vault.WithoutPassphraseAsync(request, cancellationToken) : request.SubjectCipherText;
        if (request.Outcome is { Exports.Count: > 0 })
        {
            await activity.AppendAsync(
                RequestEntries.Of(request, ActivityType.ExportDeletion, Actors.System, time.GetUtcNow(), ["export"], "Expired"), cancellationToken);
        }

        return await requests.UpdateAsync(request.ControllerDid, request.Id, Actors.System, current => IsDue(current)
            ? current with { ExpiredAt = time.GetUtcNow(), SubjectCipherText = cipherText }
            : current, cancellationToken);
    }

    private bool IsDue(SubjectRequest request) => request.IsOver && retention.EndOf(request) <= time.GetUtcNow();

    private DateTimeOffset NextLookAt(SubjectRequest request) => request.IsOver ? retention.EndOf(request) : time.GetUtcNow() + NextLook;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What was gathered for request {RequestId} could not be deleted ({Exception}); it is tried again")]
        public static partial void NotSwept(ILogger logger, string requestId, string? exception);
    }
}
