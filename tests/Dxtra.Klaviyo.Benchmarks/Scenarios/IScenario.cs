namespace Dxtra.Klaviyo.Benchmarks.Scenarios;

internal interface IScenario
{
    /// <summary>As on the command line.</summary>
    string Name { get; }

    Task RunAsync(Bench bench, CancellationToken ct);
}
