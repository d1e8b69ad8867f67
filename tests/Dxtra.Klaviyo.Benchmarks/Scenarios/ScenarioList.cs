namespace Dxtra.Klaviyo.Benchmarks.Scenarios;

/// <summary>All scenarios, in the order in which they run.</summary>
internal static class ScenarioList
{
    private static readonly IReadOnlyList<IScenario> All =
        [new PersonScenario(1), new PersonScenario(1_000), new PersonScenario(20_000), new PersonScenario(1_000_000), new BatchScenario()];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(scenario => scenario.Name)];

    public static IScenario Get(string name) => All.Single(scenario => scenario.Name == name);
}
