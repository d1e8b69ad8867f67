using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What is to be done about a profile, in the order that cannot bring a deleted person back.</summary>
internal static class ErasurePlan
{
    private const string Unsubscribed = "UNSUBSCRIBED";
    private const string Subscribed = "SUBSCRIBED";

    public static IReadOnlyList<PlannedStep> Of(IReadOnlyCollection<DeletionScope> scope, ProfilePicture picture) =>
    [
        .. scope.Contains(DeletionScope.Profile) ? [new(ErasureStep.Tombstone)] : Nothing,
        .. picture.Lists.Where(list => Leaves(scope, picture, list)).Select(list => list.Id).Order(StringComparer.Ordinal)
            .Select(id => new PlannedStep(ErasureStep.LeaveList, id)),
        .. scope.Contains(DeletionScope.EmailLists) && IsReachedByEmail(picture) ? [new(ErasureStep.UnsubscribeEmail)] : Nothing,
        .. scope.Contains(DeletionScope.SmsLists) && IsReachedBySms(picture) ? [new(ErasureStep.UnsubscribeSms)] : Nothing,
        .. scope.Contains(DeletionScope.Profile) ? [new(ErasureStep.Delete)] : Nothing,
    ];

    /// <summary>Of a profile that is gone: what needs none. Its identifiers are marked all the same, for the person may come back.</summary>
    public static IReadOnlyList<PlannedStep> OfGone(IReadOnlyCollection<DeletionScope> scope) =>
        scope.Contains(DeletionScope.Profile) ? [new(ErasureStep.Tombstone), new(ErasureStep.Delete)] : [];

    private static IEnumerable<PlannedStep> Nothing => [];

    private static bool Leaves(IReadOnlyCollection<DeletionScope> scope, ProfilePicture picture, PictureList list) =>
        (scope.Contains(DeletionScope.EmailLists) && list.Serves.Contains(Channel.Email))
        || (scope.Contains(DeletionScope.SmsLists) && list.Serves.Contains(Channel.Sms)
            && !list.Serves.Any(channel => channel != Channel.Sms && IsTheirs(channel, picture)));

    /// <summary>Whether a profile has push or WhatsApp is not asked: such a list is kept.</summary>
    private static bool IsTheirs(Channel channel, ProfilePicture picture) => channel != Channel.Email || IsReachedByEmail(picture);

    private static bool IsReachedByEmail(ProfilePicture picture) => picture.Identity.Email is not null && picture.Email != Unsubscribed;

    private static bool IsReachedBySms(ProfilePicture picture) =>
        picture.Identity.Phone is not null && (picture.SmsMarketing != Unsubscribed || picture.SmsTransactional == Subscribed);
}
