namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>News of one history.</summary>
internal sealed record NewsGroup(LedgerKey Key, string ProfileId, IReadOnlyList<LedgerLine> Lines)
{
    /// <param name="news">All of one history; a repeat counts once.</param>
    /// <param name="key">The history.</param>
    /// <param name="takenBy">Who takes them.</param>
    /// <param name="now">The time.</param>
    /// <param name="skew">What is dated further ahead of now took effect now.</param>
    public static NewsGroup Of(IEnumerable<ConsentNews> news, LedgerKey key, string takenBy, DateTimeOffset now, TimeSpan skew)
    {
        var all = news.DistinctBy(one => one.SourceId, StringComparer.Ordinal).ToList();
        return new(key, all[0].ProfileId, [.. all.Select(one => LineOf(one, takenBy, now, skew))]);
    }

    public LedgerPlace PlaceOf(LedgerLine line) => new(Key, line.SourceHash, line.EffectiveAt);

    public override string ToString() => nameof(NewsGroup);

    private static LedgerLine LineOf(ConsentNews news, string takenBy, DateTimeOffset now, TimeSpan skew)
    {
        var isAhead = news.EffectiveAt > now + skew;
        return new(
            SourceNames.HashOf(news), SourceNames.SafeId(news), news.State, isAhead ? now : news.EffectiveAt.ToUniversalTime(), now, news.Way,
            SourceNames.SafeMethod(news), news.ListId, isAhead ? news.EffectiveAt.ToUniversalTime() : null, takenBy);
    }
}
