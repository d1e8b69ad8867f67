using System.Globalization;

namespace Dxtra.Klaviyo.Benchmarks.Scenarios;

/// <summary>What can be measured: <c>person-N</c> for any number of events that the sandbox makes, the batch, <c>sync-N</c> for as many changes, and webhooks.</summary>
internal static class ScenarioList
{
    private const string Person = "person-";
    private const string Sync = "sync-";
    private const int MostEvents = 1_000_000;
    private const int MostChanges = 100_000;

    private static readonly BatchScenario Batch = new();
    private static readonly WebhookScenario Webhooks = new();

    /// <summary>What runs when nothing is named, in this order.</summary>
    public static IReadOnlyList<string> Usual { get; } = [$"{Person}1", $"{Person}1000", $"{Person}20000", $"{Person}1000000", Batch.Name, $"{Sync}0", $"{Sync}100", $"{Sync}5000"];

    /// <returns>Null when there is none of that name.</returns>
    public static IScenario? Find(string name)
    {
        if (name == Batch.Name)
            return Batch;
        if (name == Webhooks.Name)
            return Webhooks;
        if (NumberAfter(Person, name) is { } events and >= 1 and <= MostEvents)
            return new PersonScenario(events);
        return NumberAfter(Sync, name) is { } changes and <= MostChanges ? new SyncScenario(changes) : null;
    }

    private static int? NumberAfter(string beginning, string name) =>
        name.StartsWith(beginning, StringComparison.Ordinal)
        && int.TryParse(name[beginning.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
