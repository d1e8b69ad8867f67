using System.CommandLine;
using Dxtra.Klaviyo.Benchmarks.Scenarios;
using Dxtra.Klaviyo.Local;

namespace Dxtra.Klaviyo.Benchmarks.CommandLine;

/// <summary><c>[SCENARIO…] [--latency MS] [--formats json,csv,…] [--out FILE]</c>.</summary>
internal static class BenchmarkCommand
{
    private const int Success = 0;
    private const int Failure = 1;

    public static RootCommand Create()
    {
        var scenarios = new Argument<string[]>("SCENARIO")
        {
            Description = $"person-N for a person with N events, batch-1000, sync-N for a synchronisation of N changes, or webhooks. Default: {string.Join(", ", ScenarioList.Usual)}.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        scenarios.Validators.Add(result =>
        {
            foreach (var unknown in result.Tokens.Where(token => ScenarioList.Find(token.Value) is null))
                result.AddError($"There is no scenario {unknown.Value}.");
        });
        var latency = new Option<int>("--latency") { Description = "Milliseconds before each answer of the sandbox.", HelpName = "MS", DefaultValueFactory = _ => 50 };
        latency.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 60_000)
                result.AddError("--latency takes a number from 0 to 60000.");
        });
        var formats = new Option<string?>("--formats") { Description = "Formats, joined by commas. Default: all that the app offers.", HelpName = "LIST" };
        var output = new Option<string?>("--out") { Description = "Receives the results as JSON.", HelpName = "FILE" };
        var command = new RootCommand("Measures access requests against the sandbox, beside a plain exporter on Klaviyo's Node SDK.") { scenarios, latency, formats, output };
        command.SetAction((parsed, ct) => RunAsync(parsed, new BenchmarkOptions(
            parsed.GetValue(scenarios) is { Length: > 0 } some ? [.. some.Distinct()] : ScenarioList.Usual,
            TimeSpan.FromMilliseconds(parsed.GetValue(latency)),
            parsed.GetValue(formats)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            parsed.GetValue(output)), ct));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, BenchmarkOptions options, CancellationToken ct)
    {
        try
        {
            await new BenchmarkRun(options, parsed.InvocationConfiguration.Output).RunAsync(ct);
            return Success;
        }
        catch (LauncherException e)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(e.Message);
            return Failure;
        }
    }
}
