using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What the parts of an access request add up to.</summary>
internal static class AccessOutcome
{
    public static RequestOutcome Of(IReadOnlyList<PartResult> parts, IReadOnlyDictionary<string, ExportFile> exports)
    {
        var gaps = parts.Where(part => part.Gap is not null).Select(part => new RequestGap(part.Category, part.Gap!.Value)).Distinct().ToList();
        return new(ResultOf(parts, gaps), CountsOf(parts), gaps, exports);
    }

    /// <summary>The number of profiles, and over all of them the rows of every other category.</summary>
    public static IReadOnlyDictionary<string, int> CountsOf(IReadOnlyList<PartResult> parts)
    {
        var counts = new Dictionary<string, int> { ["profiles"] = parts.Select(part => part.Profile).Distinct().Count() };
        foreach (var category in Categories.All.Where(category => category is not (Categories.Profile or Categories.Summary)))
            counts[category] = parts.Where(part => part.Category == category).Sum(part => part.Rows);
        return counts;
    }

    private static RequestResult ResultOf(IReadOnlyList<PartResult> parts, IReadOnlyList<RequestGap> gaps) => (parts.Count, gaps.Count) switch
    {
        (0, _) => RequestResult.NoSuchProfile,
        (_, 0) => RequestResult.Complete,
        _ => RequestResult.Partial,
    };
}
