using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The caller's pick among the profiles that a request shows.</summary>
internal static class ProfilePick
{
    public static IReadOnlyList<FoundProfile> Of(IReadOnlyList<FoundProfile> candidates, IReadOnlyList<string> ids, FieldErrors errors)
    {
        if (ids.Count == 0)
            errors.Add("profiles", "Name at least one of the profiles that the request shows. When none is the person's, cancel the request.");
        if (ids.Any(id => candidates.All(candidate => candidate.ProfileId != id)))
            errors.Add("profiles", "A profile that the request does not show cannot be picked.");
        return [.. candidates.Where(candidate => ids.Contains(candidate.ProfileId))];
    }
}
