using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Gives a request up whose identity nobody proved in time.</summary>
internal sealed class ExpireIdentityActivity
{
    internal sealed record Input(RequestWork Work);

    /// <returns>Until when to wait on; null when there is nothing to wait for any more.</returns>
    [Function(nameof(ExpireIdentityActivity))]
    public Task<DateTimeOffset?> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) => throw new NotImplementedException();
}
