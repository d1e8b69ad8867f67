using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary><c>GET C/processors</c>: the Manage Processors table, newest first.</summary>
internal sealed class ListProcessorsFunction(ListProcessorsHandler handler)
{
    [Function("ListProcessors")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "controllers/{did}/processors")] HttpRequest request,
        string did, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var page = PageQuery.Read(request.Query, errors);
        return errors.Any
            ? errors.ToProblem()
            : Results.Json(await handler.HandleAsync(did, page, cancellationToken), Json.Options);
    }
}
