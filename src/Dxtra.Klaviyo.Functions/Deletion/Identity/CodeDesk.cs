using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// Makes one-time codes and checks them. A code is said once, in the answer that makes it, and kept as a keyed hash; it is judged and
/// counted in one step, so that many who guess at once have no more tries than one.
/// </summary>
internal sealed class CodeDesk(
    IRequestStore requests, SubjectVault vault, ControllerKeys keys, IActivityLog activity, IOptions<DeletionOptions> options, TimeProvider time)
{
    public async Task<ProveIdentityResult> MakeAsync(SubjectRequest request, string actor, CancellationToken cancellationToken)
    {
        if ((await vault.OpenAsync(request, cancellationToken)).Subject.Email is null)
            return ProveIdentityResult.Invalid.Of("method", "The request names no e-mail address that a code could be sent to. Prove the identity by account, document or attestation.");
        var (now, code) = (time.GetUtcNow(), IdentityCodes.New());
        var key = await keys.HashingAsync(request.ControllerDid, cancellationToken);
        Problem? refusal = null;
        var changed = await requests.UpdateAsync(request.ControllerDid, request.Id, actor, current =>
        {
            var number = (current.Deletion!.Code?.Number ?? 0) + 1;
            refusal = IdentityState.Refuse(current, now) ?? (number > IdentityCode.MostCodes ? IdentityProblems.CodesUsedUp : null);
            return refusal is not null ? current : With(current, new(
                IdentityCodes.Hash(key, current.Id, number, code), now + options.Value.CodeLifetime, WrongTries: 0, number));
        }, cancellationToken);
        if (refusal is not null)
            return new ProveIdentityResult.Refused(refusal);

        var made = changed.Deletion!.Code!;
        await LogAsync(changed, ActivityType.IdentityCodeMade, actor, $"{made.Number} of {IdentityCode.MostCodes}", cancellationToken);
        return new ProveIdentityResult.CodeMade(new(code, made.ExpiresAt, made.TriesLeft, IdentityCode.MostCodes - made.Number));
    }

    /// <summary>Null when it is the code; else what is wrong, counted.</summary>
    public async Task<ProveIdentityResult?> CheckAsync(SubjectRequest request, string code, string actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var key = await keys.HashingAsync(request.ControllerDid, cancellationToken);
        ProveIdentityResult? refusal = null;
        var wrong = false;
        var changed = await requests.UpdateAsync(request.ControllerDid, request.Id, actor, current =>
        {
            refusal = Refuse(current, now);
            wrong = refusal is null && !IdentityCodes.Matches(current.Deletion!.Code!.Hash, key, current.Id, current.Deletion.Code.Number, code);
            return wrong ? With(current, current.Deletion!.Code! with { WrongTries = current.Deletion.Code.WrongTries + 1 }) : current;
        }, cancellationToken);
        if (!wrong)
            return refusal;

        var left = changed.Deletion!.Code!.TriesLeft;
        await LogAsync(changed, ActivityType.IdentityCodeWrong, actor, left == 0 ? "Locked" : "Wrong", cancellationToken);
        return left == 0
            ? new ProveIdentityResult.Refused(IdentityProblems.CodeLocked)
            : ProveIdentityResult.Invalid.Of("code", $"This is not the code. Tries left: {left}.");
    }

    private static ProveIdentityResult? Refuse(SubjectRequest request, DateTimeOffset now)
    {
        if (IdentityState.Refuse(request, now) is { } problem)
            return new ProveIdentityResult.Refused(problem);
        return request.Deletion!.Code switch
        {
            null => ProveIdentityResult.Invalid.Of("code", "No code is out. Have one made by the same call without a code."),
            { TriesLeft: 0 } => new ProveIdentityResult.Refused(IdentityProblems.CodeLocked),
            { ExpiresAt: var end } when now >= end => ProveIdentityResult.Invalid.Of("code", "The code has expired. Have another one made by the same call without a code."),
            _ => null,
        };
    }

    private static SubjectRequest With(SubjectRequest request, IdentityCode code) => request with { Deletion = request.Deletion! with { Code = code } };

    private Task LogAsync(SubjectRequest request, ActivityType type, string actor, string outcome, CancellationToken cancellationToken) =>
        activity.AppendAsync(RequestEntries.Of(request, type, actor, time.GetUtcNow(), ["identity"], outcome), cancellationToken);
}
