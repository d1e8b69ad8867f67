using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Notes the proof with the request and starts the run that makes the preview; of two proofs at once, one does.</summary>
internal sealed class IdentityAcceptance(RequestRuns runs, IActivityLog activity)
{
    public async Task<ProveIdentityResult> AcceptAsync(
        SubjectRequest request, IdentityProof proof, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var started = await runs.StartAsync(
            request, proof.Actor, current => current with { Deletion = current.Deletion! with { Identity = proof, Code = null } }, client, cancellationToken);
        if (started is null)
            return new ProveIdentityResult.Refused(IdentityProblems.AlreadyProven);
        await activity.AppendAsync(
            RequestEntries.Of(started, ActivityType.IdentityProven, proof.Actor, proof.At, ["identity"], Words.Of(proof.Method)), cancellationToken);
        return new ProveIdentityResult.Proven(started);
    }
}
