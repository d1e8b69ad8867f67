using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary><c>GET P</c>: one row of the Manage Processors table.</summary>
internal sealed class GetProcessorFunction(GetProcessorHandler handler)
{
    [Function("GetProcessor")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/processors/{processorId}")] HttpRequest request,
        string did, string processorId, CancellationToken cancellationToken) =>
        await handler.HandleAsync(did, processorId, cancellationToken) is { } view
            ? Results.Json(view, Json.Options)
            : ProcessorProblems.NotFound;
}
