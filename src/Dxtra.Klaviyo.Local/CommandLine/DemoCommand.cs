using System.CommandLine;
using Dxtra.Klaviyo.Local.Demo;
using Dxtra.Klaviyo.Local.Display;
using Dxtra.Klaviyo.Local.Settings;

namespace Dxtra.Klaviyo.Local.CommandLine;

/// <summary><c>demo [--out DIR] [--email ADDRESS]</c>: the first journey from start to end.</summary>
internal static class DemoCommand
{
    private const string DefaultOutput = "dxtra-demo";

    // Long enough for the first installation of Azurite over a slow line.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static Command Create(OutsideSettings outside)
    {
        var output = new Option<string>("--out")
        {
            Description = "Where the export goes.",
            HelpName = "DIR",
            DefaultValueFactory = _ => DefaultOutput,
        };
        var email = new Option<string?>("--email")
        {
            Description = "Whose data is asked for. Default: a customer of the sandbox.",
            HelpName = "ADDRESS",
        };
        var command = new Command("demo", "Starts everything afresh, connects an account, answers an access request, stops everything.")
        {
            output, email,
        };
        command.SetAction((parsed, ct) => Outcome.OfAsync(parsed, () =>
        {
            var options = new DemoOptions(parsed.GetRequiredValue(output), parsed.GetValue(email), Patience);
            return new DemoRun(options, outside, StepDisplay.For(parsed.InvocationConfiguration.Output)).RunAsync(ct);
        }));
        return command;
    }
}
