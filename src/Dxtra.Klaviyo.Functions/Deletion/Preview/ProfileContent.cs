using Dxtra.Klaviyo.Functions.Reports;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Draws up the profiles of a preview.</summary>
internal sealed class ProfileContent(ReportTexts texts, IReadOnlyCollection<DeletionScope> scope)
{
    /// <param name="profile">As it was looked at.</param>
    /// <param name="found">How the request shows it.</param>
    /// <param name="extras">What is only shown.</param>
    /// <param name="nameDiffers">See <see cref="ProfilePreview"/>.</param>
    public ProfilePreview Of(SightedProfile profile, FoundProfile found, ShownExtras extras, bool nameDiffers)
    {
        var (picture, attributes) = (profile.Picture, profile.Found.Profile.Attributes);
        var plan = ErasurePlan.Of(scope, picture);
        var left = plan.Where(step => step.Step == ErasureStep.LeaveList).Select(step => step.Target).ToHashSet();
        List<ListPreview> lists = [.. picture.Lists.Select(list => new ListPreview(list.Id, list.Name, list.Serves, left.Contains(list.Id)))];
        var consent = ConsentNow.Of(profile.Found.Profile);
        return new(
            found.ProfileId, found.Masked, found.FoundBy, found.DiffersIn, Identifiers(picture.Identity),
            MaskedName.Of(attributes), nameDiffers, picture.Created, lists, profile.Segments, extras.Flows, extras.Events?.LastOrder,
            ProfileCounts.Of(profile, extras), extras.Events is { AtLeast: true } ? [ProfileCounts.Events] : [],
            consent, SuppressionNow.Of(attributes),
            [.. plan.Select(step => new StepPreview(step.Step, step.Target, TextOf(step, lists)))],
            new ProfileStays(texts, scope).Of(lists, consent));
    }

    private string TextOf(PlannedStep step, List<ListPreview> lists) => step.Step switch
    {
        ErasureStep.Tombstone => texts["plan.tombstone"],
        ErasureStep.LeaveList => texts.Of("plan.leaveList", ("list", lists.Find(list => list.Id == step.Target)?.Name ?? step.Target!)),
        ErasureStep.UnsubscribeEmail => texts["plan.unsubscribeEmail"],
        ErasureStep.UnsubscribeSms => texts["plan.unsubscribeSms"],
        _ => texts["plan.delete"],
    };

    private static Dictionary<string, string> Identifiers(ProfileIdentity identity)
    {
        var masked = new Dictionary<string, string>();
        if (identity.Email is { } email)
            masked["email"] = SubjectMask.Of(new(email, null, null, null));
        if (identity.Phone is { } phone)
            masked["phone"] = SubjectMask.Of(new(null, phone, null, null));
        if (identity.ExternalId is { } externalId)
            masked["externalId"] = SubjectMask.Of(new(null, null, externalId, null));
        return masked;
    }
}
