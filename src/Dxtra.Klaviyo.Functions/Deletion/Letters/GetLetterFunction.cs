using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary><c>GET C/requests/{id}/letter?format=text|html</c>: what to tell the person.</summary>
internal sealed class GetLetterFunction(GetLetterHandler handler)
{
    private static readonly AskedFormats Formats = new((GetLetterHandler.Text, "text/plain"), (GetLetterHandler.Html, "text/html"));

    [Function("GetLetter")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/requests/{id}/letter")] HttpRequest request,
        string did, string id, CancellationToken cancellationToken)
    {
        if (Formats.Of(request) is not { } format)
            return Formats.Problem;
        return (await handler.HandleAsync(new(did, id, format, Caller.Of(request).Subject), cancellationToken)).ToAnswer();
    }
}
