using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>GET P/consent/current?subject=</c>: what holds for a person by the ledger, channel by channel.</summary>
internal sealed class GetCurrentConsentFunction(GetCurrentConsentHandler handler)
{
    [Function("GetCurrentConsent")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/processors/{processorId}/consent/current")] HttpRequest request,
        string did, string processorId, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var subject = ListConsentChangesQuery.ReadSubject(request.Query, errors);
        if (subject is null && !errors.Any)
            errors.Add("subject", "subject is missing: the key of the person.");
        if (errors.Any)
            return errors.ToProblem();
        return await handler.HandleAsync(did, processorId, subject!, cancellationToken) is { } view
            ? Results.Json(view, Json.Options)
            : ProcessorProblems.NotFound;
    }
}
