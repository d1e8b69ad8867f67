using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary><c>GET /api/.well-known/jwks.json</c>, open to all: the keys that certificates are, or were, signed with.</summary>
internal sealed class GetCertificateKeysFunction(GetCertificateKeysHandler handler)
{
    /// <summary>A key is published before it signs: nobody has to wait longer than this to know it.</summary>
    private const string Caching = "public, max-age=300";

    [Function("GetCertificateKeys")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ".well-known/jwks.json")] HttpRequest request, CancellationToken cancellationToken)
    {
        var keys = await handler.HandleAsync(cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = Caching;
        return Results.Json(keys, Json.Options);
    }
}
