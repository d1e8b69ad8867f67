namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Takes out of a request whom it was about: cipher texts go, the ids of profiles become keyed hashes; hashes and masks stay.</summary>
internal sealed class Forgetting(IRequestStore requests, IdentifierHashes hashes, TimeProvider time)
{
    /// <param name="request">As it was read.</param>
    /// <param name="isDue">Asked again at the moment of the change: somebody may have it worked on anew meanwhile.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The request as it is now.</returns>
    public async Task<SubjectRequest> MarkAsync(SubjectRequest request, Func<SubjectRequest, bool> isDue, CancellationToken cancellationToken)
    {
        var hashOf = await hashes.OfProfileIdsAsync(request.ControllerDid, cancellationToken);
        return await requests.UpdateAsync(request.ControllerDid, request.Id, Actors.System, current => current.ForgottenAt is not null || !isDue(current) ? current : current with
        {
            ForgottenAt = time.GetUtcNow(),
            SubjectCipherText = "",
            Extension = current.Extension is { } extension ? extension with { ReasonCipherText = "" } : null,
            Profiles = current.Profiles is { } profiles ? [.. profiles.Select(profile => Without(profile, hashOf))] : null,
        }, cancellationToken);
    }

    private static FoundProfile Without(FoundProfile profile, Func<string, string> hashOf) => profile with
    {
        ProfileId = hashOf(profile.ProfileId),
        MergedFrom = profile.MergedFrom is { } earlier ? hashOf(earlier) : null,
    };
}
