using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>GET P/consent-changes?channel=&amp;from=&amp;to=&amp;subject=</c>: the ledger, newest first.</summary>
internal sealed class ListConsentChangesFunction(ListConsentChangesHandler handler)
{
    [Function("ListConsentChanges")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/processors/{processorId}/consent-changes")] HttpRequest request,
        string did, string processorId, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var query = ListConsentChangesQuery.Read(request.Query, errors);
        if (errors.Any)
            return errors.ToProblem();
        return await handler.HandleAsync(did, processorId, query, cancellationToken) is { } page
            ? Results.Json(page, Json.Options)
            : ProcessorProblems.NotFound;
    }
}
