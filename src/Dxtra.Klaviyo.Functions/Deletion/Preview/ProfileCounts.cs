namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>How much a profile holds, by category; what could not be seen is missing.</summary>
internal static class ProfileCounts
{
    public const string Events = "events";

    public static IReadOnlyDictionary<string, int> Of(SightedProfile profile, ShownExtras extras)
    {
        var counts = new Dictionary<string, int> { ["lists"] = profile.Picture.Lists.Count };
        Add(Events, extras.Events?.Count);
        Add("segments", profile.Segments?.Count);
        Add("couponCodes", extras.CouponCodes);
        Add("devices", Beside(profile, "push-token", "push-tokens"));
        Add("conversations", Beside(profile, "conversation", "conversations", "conversation"));
        return counts;

        void Add(string category, int? count)
        {
            if (count is { } number)
                counts[category] = number;
        }
    }

    /// <summary>What came beside a profile and belongs to it; Klaviyo spells one relationship in two ways.</summary>
    private static int? Beside(SightedProfile profile, string type, params string[] relationships) => profile.Found.IncludesRefused
        ? null
        : relationships.SelectMany(profile.Found.Profile.Related).Where(resource => resource.Type == type).DistinctBy(resource => resource.Id).Count();
}
