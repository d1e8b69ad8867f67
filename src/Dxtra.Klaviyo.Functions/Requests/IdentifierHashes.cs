using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The keyed hashes of everything that a person is known by: what tombstones are made of, and what news is held against them by.</summary>
internal sealed class IdentifierHashes(ControllerKeys keys)
{
    /// <summary>By kind of identifier: <c>email, phone, externalId, profileId</c>; those that there are.</summary>
    public async Task<IReadOnlyList<(string Identifier, string Hash)>> OfAsync(
        string controller, ProfileIdentity identity, CancellationToken cancellationToken)
    {
        var key = await keys.HashingAsync(controller, cancellationToken);
        return [.. Each(identity).Select(one => (one.Identifier, SubjectHash.Of(one.Alone, key)))];
    }

    /// <summary>The same for ids of profiles, of as many as are asked.</summary>
    public async Task<Func<string, string>> OfProfileIdsAsync(string controller, CancellationToken cancellationToken)
    {
        var key = await keys.HashingAsync(controller, cancellationToken);
        return id => SubjectHash.Of(new(null, null, null, id), key);
    }

    private static IEnumerable<(string Identifier, SubjectIdentity Alone)> Each(ProfileIdentity identity)
    {
        if (identity.Email is { Length: > 0 } email)
            yield return ("email", new(email, null, null, null));
        if (identity.Phone is { Length: > 0 } phone)
            yield return ("phone", new(null, phone, null, null));
        if (identity.ExternalId is { Length: > 0 } externalId)
            yield return ("externalId", new(null, null, externalId, null));
        if (identity.Id is { Length: > 0 } id)
            yield return ("profileId", new(null, null, null, id));
    }
}
