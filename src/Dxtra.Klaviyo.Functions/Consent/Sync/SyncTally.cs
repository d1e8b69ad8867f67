namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What was counted in a step of a cycle, or in all of it.</summary>
/// <param name="Profiles">Profiles read.</param>
/// <param name="Events">Events read.</param>
/// <param name="Changes">Changes of which nothing was known.</param>
/// <param name="Brought">Changes of the time since the last cycle that a webhook had brought.</param>
/// <param name="Slowest">From the time a change took effect until it was known, in seconds, at most; of the changes that were not known.</param>
internal sealed record SyncTally(int Profiles = 0, int Events = 0, int Changes = 0, int Brought = 0, double Slowest = 0)
{
    public static SyncTally operator +(SyncTally one, SyncTally other) => new(
        one.Profiles + other.Profiles, one.Events + other.Events, one.Changes + other.Changes, one.Brought + other.Brought,
        Math.Max(one.Slowest, other.Slowest));

    /// <summary>What became of news: what a full comparison finds to have been so for long is no change.</summary>
    /// <param name="taken">The news.</param>
    /// <param name="fresh">When what a webhook had brought took effect to be counted here; null: it is counted elsewhere.</param>
    public static SyncTally Of(TakenNews taken, SyncSpan? fresh)
    {
        var changes = taken.Histories.SelectMany(history => history.Changes).Where(ConsentEntries.IsOwed).ToList();
        var brought = taken.Histories.SelectMany(history => history.Known)
            .Count(line => line.Way is ConsentWay.Webhook or ConsentWay.FlowWebhook && fresh?.Holds(line.EffectiveAt) == true);
        return new(
            Changes: changes.Count, Brought: brought,
            Slowest: changes.Select(change => (change.Line.SeenAt - change.Line.EffectiveAt).TotalSeconds).DefaultIfEmpty().Max());
    }
}
