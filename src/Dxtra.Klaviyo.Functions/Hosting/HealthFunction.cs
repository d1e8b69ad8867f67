using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary><c>GET /api/health</c>, open to all: 200 when the app can reach its storage, else 503.</summary>
internal sealed class HealthFunction(HealthHandler handler)
{
    [Function("Health")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var health = await handler.HandleAsync(cancellationToken);
        var status = health.Storage == HealthState.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return Results.Json(health, Json.Options, statusCode: status);
    }
}
