using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary><c>POST C/requests/{id}/extend</c>: takes the longer time that the law gives once, with a reason.</summary>
internal sealed class ExtendRequestFunction(ExtendRequestHandler handler)
{
    [Function("ExtendRequest")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/requests/{id}/extend")] HttpRequest request,
        string did, string id, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync<ExtendRequestBody>(request, cancellationToken);
        if (body.Problem is { } problem)
            return problem;
        return await handler.HandleAsync(did, id, body.Value!, Caller.Of(request).Subject, cancellationToken) switch
        {
            ExtendRequestResult.Extended { View: var view } => Results.Json(view, Json.Options),
            ExtendRequestResult.Invalid { Errors: var errors } => errors.ToProblem(),
            ExtendRequestResult.Refused { Reason: var reason } => RequestProblems.NoExtension(reason),
            ExtendRequestResult.NotNow { Status: var status } => RequestProblems.NotNow("extended", status),
            _ => RequestProblems.NotFound,
        };
    }
}
