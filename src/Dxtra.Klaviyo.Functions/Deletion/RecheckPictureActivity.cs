using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// Looks at the approved profiles again before anything is done. When the picture changed in what matters, the approval is void and the
/// request waits for another one, of a new preview.
/// </summary>
internal sealed class RecheckPictureActivity
{
    internal sealed record Input(RequestWork Work);

    /// <param name="Unchanged">False: stop here.</param>
    /// <param name="Plan">The steps of each approved profile, by its index in the preview, in order.</param>
    internal sealed record Output(bool Unchanged, IReadOnlyDictionary<int, IReadOnlyList<PlannedStep>> Plan);

    [Function(nameof(RecheckPictureActivity))]
    public Task<OrLater<Output>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) => throw new NotImplementedException();
}
