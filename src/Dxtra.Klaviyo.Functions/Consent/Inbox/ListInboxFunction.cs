using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>GET P/inbox?state=</c>: messages of a processor that are not worked off, <c>poison</c> when no state is asked for; in no order of time.</summary>
internal sealed class ListInboxFunction(ListInboxHandler handler)
{
    [Function("ListInbox")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/processors/{processorId}/inbox")] HttpRequest request,
        string did, string processorId, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var state = QueryWords.Read<InboxState>(request.Query, "state", errors) ?? InboxState.Poison;
        var page = PageQuery.Read(request.Query, errors);
        if (errors.Any)
            return errors.ToProblem();
        return await handler.HandleAsync(did, processorId, state, page, cancellationToken) is { } items
            ? Results.Json(items, Json.Options)
            : ProcessorProblems.NotFound;
    }
}
