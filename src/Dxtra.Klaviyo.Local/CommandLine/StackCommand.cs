using System.CommandLine;
using Dxtra.Klaviyo.Local.Display;
using Dxtra.Klaviyo.Local.Settings;
using Dxtra.Klaviyo.Local.Stack;

namespace Dxtra.Klaviyo.Local.CommandLine;

/// <summary>The launcher without a subcommand: starts everything and keeps it running.</summary>
internal static class StackCommand
{
    public static RootCommand Create(OutsideSettings outside)
    {
        var app = SharedOptions.Port(StackPorts.AppOption, "The app.", 7071);
        var sandbox = SharedOptions.Port(StackPorts.SandboxOption, "The sandbox.", 7272);
        var azurite = SharedOptions.Port(StackPorts.AzuriteOption, "Azurite's blobs; queues and tables follow.", 10_000, count: 3);
        var data = SharedOptions.Data();
        var command = new RootCommand("Runs Dxtra's Klaviyo integration on this machine: Azurite, a Klaviyo sandbox and the app.")
        {
            app, sandbox, azurite, data,
        };
        command.SetAction((parsed, ct) => Outcome.OfAsync(parsed, () =>
        {
            var options = new StackOptions
            {
                AppPort = parsed.GetValue(app),
                SandboxPort = parsed.GetValue(sandbox),
                AzuritePort = parsed.GetValue(azurite),
                DataDirectory = parsed.GetRequiredValue(data),
                KeepStorage = true,
            };
            return new StackRun(options, outside, StepDisplay.For(parsed.InvocationConfiguration.Output)).RunAsync(ct);
        }));
        return command;
    }
}
