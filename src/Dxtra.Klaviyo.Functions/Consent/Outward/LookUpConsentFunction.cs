using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>POST P/consent/lookup</c>: a person's consent by channel, as Klaviyo has it now.</summary>
internal sealed class LookUpConsentFunction(LookUpConsentHandler handler)
{
    [Function("LookUpConsent")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/processors/{processorId}/consent/lookup")] HttpRequest request,
        string did, string processorId, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync<LookUpConsentBody>(request, cancellationToken);
        if (body.Problem is { } problem)
            return problem;
        var call = new NewRequest<LookUpConsentBody>(did, processorId, body.Value!, Caller.Of(request).Subject, IdempotencyKey: null);
        return (await handler.HandleAsync(call, cancellationToken)).ToAnswer();
    }
}
