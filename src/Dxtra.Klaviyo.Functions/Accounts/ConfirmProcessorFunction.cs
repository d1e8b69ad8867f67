using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary><c>POST P/confirm</c>: makes a connected account active; a repeat changes nothing.</summary>
internal sealed class ConfirmProcessorFunction(ConfirmProcessorHandler handler)
{
    [Function("ConfirmProcessor")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/processors/{processorId}/confirm")] HttpRequest request,
        string did, string processorId, CancellationToken cancellationToken) =>
        await handler.HandleAsync(did, processorId, Caller.Of(request).Subject, cancellationToken) switch
        {
            null => ProcessorProblems.NotFound,
            { Status: ProcessorStatus.Disconnected } processor => ProcessorProblems.NotActive(processor.Status),
            var processor => Results.Json(ProcessorView.Of(processor), Json.Options),
        };
}
