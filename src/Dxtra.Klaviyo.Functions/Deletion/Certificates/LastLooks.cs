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
        var empty = Enumerable.Reverse(looks).TakeWhile(look => look.Facts.Count > 0 && look.Facts.All(fact => fact.Seen == Seen.Absent)).ToList();
        return new(
            empty.Count,
            looks.LastOrDefault()?.At,
            [.. looks.LastOrDefault()?.Facts.Select(fact => fact.By).Where(by => empty.Count > 0 && empty.All(look => look.Facts.Any(fact => fact.By == by))) ?? []],
            [.. looks.LastOrDefault()?.Facts.Where(fact => fact.Seen != Seen.Absent).Select(fact => fact.By) ?? []]);
    }
}
