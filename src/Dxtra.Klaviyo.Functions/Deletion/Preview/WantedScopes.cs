using Dxtra.Klaviyo.Functions.Reports;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The scopes that a plan takes. No harmless call shows whether a key may write: that is known when the plan is carried out.</summary>
internal sealed class WantedScopes(ReportTexts texts)
{
    private const string Missing = "missing";
    private const string Unknown = "unknown";

    private static readonly Dictionary<ErasureStep, string[]> Written = new()
    {
        [ErasureStep.Tombstone] = [],
        [ErasureStep.LeaveList] = ["lists:write", "profiles:write"],
        [ErasureStep.UnsubscribeEmail] = ["lists:write", "profiles:write", "subscriptions:write"],
        [ErasureStep.UnsubscribeSms] = ["lists:write", "profiles:write", "subscriptions:write"],
        [ErasureStep.Delete] = ["data-privacy:write"],
    };

    public IReadOnlyList<WantedScope> Of(Sight sight, IReadOnlyCollection<ProfilePreview> profiles) =>
    [
        .. Unseen(sight, profiles).Select(scope => new WantedScope(scope, Missing, texts[$"scope.{scope}"])),
        .. profiles.SelectMany(profile => profile.Plan).SelectMany(step => Written[step.Step]).Distinct().Order(StringComparer.Ordinal)
            .Select(scope => new WantedScope(scope, Unknown, texts[$"scope.{scope}"])),
    ];

    private static IEnumerable<string> Unseen(Sight sight, IReadOnlyCollection<ProfilePreview> profiles)
    {
        if (sight.ListsRefused)
            yield return "lists:read";
        if (sight.UsesRefused)
            yield return "campaigns:read";
        if (profiles.Any(profile => profile.Segments is null))
            yield return "segments:read";
        if (profiles.Any(profile => !profile.Counts.ContainsKey(ProfileCounts.Events)))
            yield return "events:read";
    }
}
