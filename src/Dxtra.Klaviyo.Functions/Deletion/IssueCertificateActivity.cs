using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Makes, signs and keeps the certificate of a run; a repeat finds the one that is there.</summary>
internal sealed class IssueCertificateActivity
{
    internal sealed record Input(RequestWork Work);

    [Function(nameof(IssueCertificateActivity))]
    public Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) => throw new NotImplementedException();
}
