namespace Dxtra.Klaviyo.Benchmarks.Measures;

/// <summary>One measured run of one exporter.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="Exporter">Who exported: the app, or a plain exporter on Klaviyo's SDK.</param>
/// <param name="Formats">The formats that were written.</param>
/// <param name="People">How many people's data.</param>
/// <param name="Calls">What reached the sandbox.</param>
/// <param name="Wall">From asking to the completed export.</param>
/// <param name="Cpu">Processor time of the exporting process meanwhile: what a busy machine does not change.</param>
/// <param name="Floor">What limits and latency make the calls take at least, at the used share.</param>
/// <param name="FloorAtFullShare">The same with nobody else using the account.</param>
/// <param name="Memory">Of the exporting process; null when it cannot be known.</param>
/// <param name="ExportBytes">Sizes of the files by format.</param>
internal sealed record Measurement(
    string Scenario,
    string Exporter,
    IReadOnlyList<string> Formats,
    int People,
    CallCounts Calls,
    TimeSpan Wall,
    TimeSpan Cpu,
    TimeSpan Floor,
    TimeSpan FloorAtFullShare,
    MemoryUse? Memory,
    IReadOnlyDictionary<string, long> ExportBytes)
{
    public const string App = "app";
    public const string FirstOfApp = "app, first request";
}
