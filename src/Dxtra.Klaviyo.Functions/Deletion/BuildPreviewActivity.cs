using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Looks at everything that would be deleted and shows it: the request waits for approval, or is over when nobody is found.</summary>
internal sealed class BuildPreviewActivity
{
    internal sealed record Input(RequestWork Work);

    [Function(nameof(BuildPreviewActivity))]
    public Task<OrLater<RequestResult>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) => throw new NotImplementedException();
}
