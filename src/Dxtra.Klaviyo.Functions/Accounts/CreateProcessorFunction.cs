using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary><c>POST C/processors</c>: verifies the key and connects its account, until confirmed without effect.</summary>
internal sealed class CreateProcessorFunction(CreateProcessorHandler handler)
{
    [Function("CreateProcessor")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "controllers/{did}/processors")] HttpRequest request,
        string did, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync<ApiKeyBody>(request, cancellationToken);
        if (body.Problem is { } problem)
            return problem;
        return await handler.HandleAsync(did, body.Value!, Caller.Of(request).Subject, cancellationToken) switch
        {
            CreateProcessorResult.Created { Processor: var processor } =>
                Located.Created($"controllers/{did}/processors/{processor.Id}", ProcessorView.Of(processor)),
            CreateProcessorResult.Invalid { Errors: var errors } => errors.ToProblem(),
            CreateProcessorResult.Refused { Reason: var reason } => KeyProblems.Of(reason),
            var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
        };
    }
}
