using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Finds identifiers that several profiles have. Unsubscribing goes by them, so it reaches every profile that has one.</summary>
internal static class SharedIdentifiers
{
    public static IReadOnlyList<SharedIdentifier> Of(IReadOnlyCollection<DeletionScope> scope, IReadOnlyList<ProfilePicture> profiles) =>
    [
        .. Shared("email", ErasureStep.UnsubscribeEmail, picture => picture.Identity.Email?.ToLowerInvariant(), email => new(email, null, null, null), scope, profiles),
        .. Shared("phone", ErasureStep.UnsubscribeSms, picture => picture.Identity.Phone, phone => new(null, phone, null, null), scope, profiles),
    ];

    /// <summary>Those that are to be approved together and are not.</summary>
    public static IEnumerable<SharedIdentifier> PickedApart(IEnumerable<SharedIdentifier> shared, IReadOnlyCollection<string> picked) =>
        shared.Where(identifier => identifier.Together && identifier.Profiles.Count(picked.Contains) is var some && some > 0 && some < identifier.Profiles.Count);

    private static IEnumerable<SharedIdentifier> Shared(
        string identifier, ErasureStep step, Func<ProfilePicture, string?> valueOf, Func<string, SubjectIdentity> identityOf,
        IReadOnlyCollection<DeletionScope> scope, IReadOnlyList<ProfilePicture> profiles) =>
        from profile in profiles
        let value = valueOf(profile)
        where value is not null
        group profile by value into those
        where those.Count() > 1
        select new SharedIdentifier(
            identifier,
            SubjectMask.Of(identityOf(those.Key)),
            [.. those.Select(profile => profile.Identity.Id)],
            those.Any(profile => ErasurePlan.Of(scope, profile).Any(planned => planned.Step == step)));
}
