using System.Globalization;

namespace Dxtra.Klaviyo.Benchmarks.Scenarios;

/// <summary>What can be measured: <c>person-N</c> for any number of events that the sandbox makes, the batch, and webhooks.</summary>
internal static class ScenarioList
{
    private const string Person = "person-";
    private const int MostEvents = 1_000_000;

    private static readonly BatchScenario Batch = new();
    private static readonly WebhookScenario Webhooks = new();

    /// <summary>What runs when nothing is named, in this order.</summary>
    public static IReadOnlyList<string> Usual { get; } = [$"{Person}1", $"{Person}1000", $"{Person}20000", $"{Person}1000000", Batch.Name];

    /// <returns>Null when there is none of that name.</returns>
    public static IScenario? Find(string name)
    {
        if (name == Batch.Name)
            return Batch;
        if (name == Webhooks.Name)
            return Webhooks;
        return name.StartsWith(Person, StringComparison.Ordinal)
            && int.TryParse(name[Person.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var events) && events is >= 1 and <= MostEvents
            ? new PersonScenario(events)
            : null;
    }
}
