using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Takes the proof of a person's identity, one of four ways; then the work on the request goes on.</summary>
internal sealed class ProveIdentityHandler(IRequestStore requests, CodeDesk codes, IdentityAcceptance acceptance, ControllerKeys keys, TimeProvider time)
{
    public async Task<ProveIdentityResult> HandleAsync(
        string controller, string requestId, ProveIdentityBody body, string actor, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(controller, requestId, cancellationToken) is not { } request)
            return new ProveIdentityResult.NoRequest();
        var errors = new FieldErrors();
        if (IdentityRules.Check(body, errors) is not { } method)
            return new ProveIdentityResult.Invalid(errors);
        if (IdentityState.Refuse(request, time.GetUtcNow()) is { } refusal)
            return new ProveIdentityResult.Refused(refusal);

        if (method != IdentityMethod.Email)
            return await acceptance.AcceptAsync(request, await ProofAsync(request, method, body, actor, cancellationToken), client, cancellationToken);
        if (body.Code is not { } code)
            return await codes.MakeAsync(request, actor, cancellationToken);
        return await codes.CheckAsync(request, code, actor, cancellationToken)
            ?? await acceptance.AcceptAsync(request, new(method, time.GetUtcNow(), actor, null, null), client, cancellationToken);
    }

    private async Task<IdentityProof> ProofAsync(
        SubjectRequest request, IdentityMethod method, ProveIdentityBody body, string actor, CancellationToken cancellationToken)
    {
        var key = await keys.HashingAsync(request.ControllerDid, cancellationToken);
        return new(method, time.GetUtcNow(), actor, body.Verifier!.Trim(), IdentityCodes.HashReference(key, request.Id, body.Reference!.Trim()));
    }
}
