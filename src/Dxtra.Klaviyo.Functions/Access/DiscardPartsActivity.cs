using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Removes what was gathered for a request that ends without an export: it is a person's data and of no more use.</summary>
internal sealed class DiscardPartsActivity(IExportStore exports)
{
    internal sealed record Input(RequestWork Work);

    [Function(nameof(DiscardPartsActivity))]
    public Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        exports.DeleteAllAsync(ExportNames.All(input.Work), cancellationToken);
}
