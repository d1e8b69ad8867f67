namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Puts the lines of one history in order and says what each came to: by effective time, and where times lie inside the skew window of
/// each other the most restrictive state wins. It depends on the set of lines alone, never on the order in which they came.
/// </summary>
internal static class LedgerOrder
{
    /// <returns>Oldest first.</returns>
    public static IReadOnlyList<PlacedLine> Of(IEnumerable<LedgerLine> lines, TimeSpan skew, TimeSpan echo)
    {
        var moments = Moments([.. lines.OrderBy(line => line.EffectiveAt).ThenBy(line => line.SourceHash, StringComparer.Ordinal)], skew);
        var entries = new List<PlacedLine>();
        ConsentState? held = null;
        foreach (var (number, stretch) in Stretches(moments).Index())
        {
            entries.AddRange(Of(stretch, number, held, echo));
            held = StateOf(stretch[0]);
        }

        return [.. entries.OrderBy(entry => entry.Line.EffectiveAt).ThenBy(entry => entry.Line.SourceHash, StringComparer.Ordinal)];
    }

    /// <summary>The line that says what holds now and since when; null for an empty history.</summary>
    public static PlacedLine? Current(IReadOnlyList<PlacedLine> entries) =>
        entries.LastOrDefault(entry => entry.Outcome == LedgerOutcome.Changed);

    /// <summary>
    /// Each change with the line that was the first to come of those that say it. Whoever added that one tells of the change, so that it is
    /// told once.
    /// </summary>
    public static IEnumerable<(LedgerLine First, PlacedLine Change)> Changes(IEnumerable<PlacedLine> entries) => entries
        .Where(entry => entry.Stretch is not null)
        .GroupBy(entry => entry.Stretch)
        .Select(stretch => (stretch.MinBy(entry => entry.Line.Number)!.Line, stretch.Single(entry => entry.Outcome == LedgerOutcome.Changed)));

    /// <summary>Lines of which each is inside the skew window of the next.</summary>
    private static List<List<LedgerLine>> Moments(IReadOnlyList<LedgerLine> sorted, TimeSpan skew)
    {
        var moments = new List<List<LedgerLine>>();
        foreach (var line in sorted)
        {
            if (moments is [.., var last] && line.EffectiveAt - last[^1].EffectiveAt <= skew)
                last.Add(line);
            else
                moments.Add([line]);
        }

        return moments;
    }

    /// <summary>Moments that follow each other and came to the same state.</summary>
    private static List<List<List<LedgerLine>>> Stretches(List<List<LedgerLine>> moments)
    {
        var stretches = new List<List<List<LedgerLine>>>();
        foreach (var moment in moments)
        {
            if (stretches is [.., var last] && StateOf(last[0]) == StateOf(moment))
                last.Add(moment);
            else
                stretches.Add([moment]);
        }

        return stretches;
    }

    private static ConsentState StateOf(List<LedgerLine> moment) => moment.Max(line => line.State);

    /// <summary>One line stands for the change: the first, or ours when Klaviyo's news of it came to be dated before.</summary>
    private static IEnumerable<PlacedLine> Of(List<List<LedgerLine>> stretch, int number, ConsentState? held, TimeSpan echo)
    {
        var state = StateOf(stretch[0]);
        var members = stretch.SelectMany(moment => moment).Where(line => line.State == state).ToList();
        var leader = members.FirstOrDefault(line => line.Way == ConsentWay.Dxtra && line.EffectiveAt - members[0].EffectiveAt <= echo) ?? members[0];
        foreach (var (index, moment) in stretch.Index())
        {
            var before = index == 0 ? held : state;
            foreach (var line in moment)
            {
                if (line.State != state)
                    yield return new(line, LedgerOutcome.Overridden, before, moment.First(other => other.State == state).SourceId, null);
                else if (line == leader)
                    yield return new(line, LedgerOutcome.Changed, held, null, number);
                else if (IsEcho(line, leader, echo))
                    yield return new(line, LedgerOutcome.Echo, held, leader.SourceId, number);
                else
                    yield return new(line, LedgerOutcome.Repeated, state, leader.SourceId, number);
            }
        }
    }

    private static bool IsEcho(LedgerLine line, LedgerLine leader, TimeSpan echo) =>
        leader.Way == ConsentWay.Dxtra && line.Way != ConsentWay.Dxtra && (line.EffectiveAt - leader.EffectiveAt).Duration() <= echo;
}
