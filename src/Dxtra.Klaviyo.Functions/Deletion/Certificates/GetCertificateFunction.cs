using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary><c>GET C/requests/{id}/certificate?format=json|pdf</c>: the signed file, or a document that is made from it.</summary>
internal sealed class GetCertificateFunction(GetCertificateHandler handler)
{
    private static readonly AskedFormats Formats = new(
        (GetCertificateHandler.Json, "application/json"), (GetCertificateHandler.Pdf, "application/pdf"));

    [Function("GetCertificate")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/requests/{id}/certificate")] HttpRequest request,
        string did, string id, CancellationToken cancellationToken)
    {
        if (Formats.Of(request) is not { } format)
            return Formats.Problem;
        return (await handler.HandleAsync(new(did, id, format, Caller.Of(request).Subject), cancellationToken)).ToAnswer();
    }
}
