using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary><c>POST C/processors/verify</c>: what a key can see; nothing is stored.</summary>
internal sealed class VerifyProcessorFunction(VerifyProcessorHandler handler)
{
    [Function("VerifyProcessor")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/processors/verify")] HttpRequest request,
        string did, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync<ApiKeyBody>(request, cancellationToken);
        if (body.Problem is { } problem)
            return problem;
        return await handler.HandleAsync(body.Value!, cancellationToken) switch
        {
            VerifyProcessorResult.Verified { View: var view } => Results.Json(view, Json.Options),
            VerifyProcessorResult.Invalid { Errors: var errors } => errors.ToProblem(),
            VerifyProcessorResult.Refused { Reason: var reason } => KeyProblems.Of(reason),
            var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
        };
    }
}
