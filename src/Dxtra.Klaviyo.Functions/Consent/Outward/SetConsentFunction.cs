using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>PUT P/consent</c>: sets a person's consent in Klaviyo.</summary>
internal sealed class SetConsentFunction(SetConsentHandler handler)
{
    [Function("SetConsent")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "controllers/{did}/processors/{processorId}/consent")] HttpRequest request,
        string did, string processorId, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync<SetConsentBody>(request, cancellationToken);
        if (body.Problem is { } problem)
            return problem;
        var call = new NewRequest<SetConsentBody>(did, processorId, body.Value!, Caller.Of(request).Subject, IdempotencyKey.Of(request));
        return (await handler.HandleAsync(call, client, cancellationToken)).ToAnswer();
    }
}
