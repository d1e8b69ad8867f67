using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>POST P/consent/preview</c>: what setting consent would do, without doing it.</summary>
internal sealed class PreviewConsentFunction(PreviewConsentHandler handler)
{
    [Function("PreviewConsent")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/processors/{processorId}/consent/preview")] HttpRequest request,
        string did, string processorId, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync<SetConsentBody>(request, cancellationToken);
        if (body.Problem is { } problem)
            return problem;
        var call = new NewRequest<SetConsentBody>(did, processorId, body.Value!, Caller.Of(request).Subject, IdempotencyKey: null);
        return (await handler.HandleAsync(call, cancellationToken)).ToAnswer();
    }
}
