using Dxtra.Klaviyo.Functions.Reports;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Draws up a preview from what was looked at.</summary>
internal sealed class PreviewContent(ReportTexts texts)
{
    public DeletionPreview Of(
        SubjectRequest request, PreviewStamp stamp, Sight sight, IReadOnlyList<FoundProfile> found, IReadOnlyList<ShownExtras> extras)
    {
        var scope = request.Deletion!.Scope;
        var content = new ProfileContent(texts, scope);
        var attributes = sight.Profiles.Select(profile => profile.Found.Profile.Attributes).ToList();
        List<ProfilePreview> profiles =
            [.. sight.Profiles.Select((profile, index) => content.Of(profile, found[index], extras[index], MaskedName.Differs(attributes[index], attributes)))];
        var shared = SharedIdentifiers.Of(scope, sight.Picture.Profiles);
        return new(
            request.Id, stamp.Number, stamp.At, stamp.Hash, scope, profiles, shared,
            new(stamp.ApprovalsNeeded, [.. Reasons(found).Select(reason => texts[$"approvals.{reason}"])]),
            new WantedScopes(texts).Of(sight, profiles), [.. Warnings(sight, profiles, shared)]);
    }

    /// <summary>More than one person has to say yes where one could be mistaken about whose profiles these are.</summary>
    public static IReadOnlyList<string> Reasons(IReadOnlyList<FoundProfile> found)
    {
        var reasons = new List<string>();
        if (found.Count > 1)
            reasons.Add("several");
        if (found.Any(profile => profile.DiffersIn.Count > 0))
            reasons.Add("differs");
        return reasons;
    }

    private IEnumerable<string> Warnings(Sight sight, List<ProfilePreview> profiles, IReadOnlyList<SharedIdentifier> shared)
    {
        if (sight.ListsRefused)
            yield return texts["warning.listsUnseen"];
        if (sight.UsesRefused)
            yield return texts["warning.usesUnseen"];
        if (profiles.Exists(profile => profile.NameDiffers))
            yield return texts["warning.names"];
        foreach (var one in shared)
            yield return texts.Of(one.Together ? "warning.together" : "warning.shared", ("identifier", texts[$"identifier.{one.Identifier}"]));
        foreach (var profile in profiles.Where(profile => profile.Plan.Count == 0))
            yield return texts.Of("warning.nothing", ("profile", profile.ProfileId));
    }
}
