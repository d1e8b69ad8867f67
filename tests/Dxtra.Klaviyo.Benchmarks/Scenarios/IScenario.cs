namespace Dxtra.Klaviyo.Benchmarks.Scenarios;

internal interface IScenario
{
    /// <summary>As on the command line.</summary>
    string Name { get; }

    /// <summary>Whether it measures the plain exporter too, which has to be installed first.</summary>
    bool NeedsSdk => true;

    Task RunAsync(Bench bench, CancellationToken ct);
}
