namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What the looks at one profile come to: as much as was seen, no more.</summary>
/// <param name="Empty">How many looks in a row, up to the last one, found nothing at all.</param>
/// <param name="At">The last look; null when there was none.</param>
/// <param name="Absent">What every one of the empty looks asked for and did not find.</param>
/// <param name="Rest">What the last look saw still there, or could not read.</param>
internal sealed record LastLooks(int Empty, DateTimeOffset? At, IReadOnlyList<string> Absent, IReadOnlyList<string> Rest)
{
    public static LastLooks Of(IEnumerable<Sighting> sightings)
    {
        var looks = sightings.OrderBy(sighting => sighting.Look).ThenBy(sighting => sighting.At).ToList();
        var last = looks.LastOrDefault();
        var empty = Enumerable.Reverse(looks).TakeWhile(IsEmpty).ToList();
        return new(
            empty.Count,
            last?.At,
            [.. empty.Take(1).SelectMany(look => look.Facts).Select(fact => fact.By).Where(by => empty.All(look => AskedFor(look, by)))],
            [.. last?.Facts.Where(fact => fact.Seen != Seen.Absent).Select(fact => fact.By) ?? []]);
    }

    /// <summary>A look that asked for nothing saw nothing.</summary>
    private static bool IsEmpty(Sighting look) => look.Facts.Count > 0 && look.Facts.All(fact => fact.Seen == Seen.Absent);

    private static bool AskedFor(Sighting look, string by) => look.Facts.Any(fact => fact.By == by);
}
