using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// Marks every identifier of the approved profile, and those that the person gave, but for what belongs to a profile that was found and
/// not approved: that is somebody else's. Ours alone, so it may be repeated at will.
/// </summary>
internal sealed class MarkTombstones(ITombstoneStore tombstones, IdentifierHashes hashes, SubjectVault vault, TimeProvider time) : IErasureAct
{
    public IReadOnlyList<ErasureStep> Steps { get; } = [ErasureStep.Tombstone];

    public Task<LedgerAnswer?> GuardAsync(StepAtHand step, CancellationToken cancellationToken) => Task.FromResult<LedgerAnswer?>(null);

    public async Task<LedgerAnswer?> FindEffectAsync(StepAtHand step, CancellationToken cancellationToken) =>
        await CallAsync(step, cancellationToken);

    public async Task<LedgerAnswer> CallAsync(StepAtHand step, CancellationToken cancellationToken)
    {
        var (controller, at) = (step.Work.ControllerDid, step.Request.Deletion!.Execution?.At ?? time.GetUtcNow());
        var subject = (await vault.OpenAsync(step.Request, cancellationToken)).Subject;
        var given = await hashes.OfAsync(controller, new(subject.ProfileId ?? "", subject.Email, subject.Phone, subject.ExternalId), cancellationToken);
        var others = await OthersAsync(step, cancellationToken);
        var theirs = await hashes.OfAsync(controller, step.Profile.Identity, cancellationToken);
        IReadOnlyList<Tombstone> marks =
        [
            .. theirs.Concat(given.Where(mark => !others.Contains(mark.Hash))).DistinctBy(mark => mark.Hash)
                .Select(mark => new Tombstone(mark.Hash, mark.Identifier, step.Work.RequestId, at)),
        ];
        await tombstones.AddAsync(controller, step.Work.ProcessorId, marks, cancellationToken);
        return LedgerAnswer.Done;
    }

    private async Task<HashSet<string>> OthersAsync(StepAtHand step, CancellationToken cancellationToken)
    {
        HashSet<string> approved = [.. step.Approved];
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var other in step.Picture.Profiles.Where(profile => !approved.Contains(profile.Identity.Id)))
            others.UnionWith((await hashes.OfAsync(step.Work.ControllerDid, other.Identity, cancellationToken)).Select(mark => mark.Hash));
        return others;
    }
}
