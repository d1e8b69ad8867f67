using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

internal sealed class GetRequestHandler(IRequestStore requests, SubjectVault vault)
{
    /// <summary>The request, or null when this controller has none of that id.</summary>
    public async Task<RequestView?> HandleAsync(
        string controller, string requestId, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(controller, requestId, cancellationToken) is not { } request)
            return null;
        var log = await requests.ReadLogAsync(controller, requestId, cancellationToken);
        var progress = request.IsOver ? null : await client.ReadProgressAsync(request.Work().InstanceId(), cancellationToken);
        var reason = request.Extension is { ReasonCipherText.Length: > 0 } extension ? await vault.OpenReasonAsync(request, extension.ReasonCipherText, cancellationToken) : null;
        return RequestView.Of(request, progress, log, reason);
    }
}
