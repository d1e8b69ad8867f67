using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Hands out the certificate of a request, or what is made from it: never without an entry in the log.</summary>
internal sealed class CertificateDesk(IRequestStore requests, CertificateFiles files, IActivityLog activity, TimeProvider time)
{
    /// <param name="command">Who wants what.</param>
    /// <param name="type">What the activity log calls it.</param>
    /// <param name="make">Makes it from the signed file.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<HandOutResult> HandOutAsync(
        HandOutCommand command,
        ActivityType type,
        Func<SignedCertificate, CancellationToken, Task<HandOutResult.Ready>> make,
        CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(command.Controller, command.RequestId, cancellationToken) is not { Deletion: { } deletion } request)
            return new HandOutResult.NoRequest();
        if (!request.IsOver || deletion.Certificate is not { } issued)
            return new HandOutResult.NotThere(request.Status);

        var file = await files.ReadAsync(issued, cancellationToken);
        var ready = await make(new(issued, file, CertificateFiles.Open(file, issued.Id)), cancellationToken);
        await activity.AppendAsync(
            RequestEntries.Of(request, type, command.Actor, time.GetUtcNow(), ["certificate"], command.Format), cancellationToken);
        return ready;
    }
}
