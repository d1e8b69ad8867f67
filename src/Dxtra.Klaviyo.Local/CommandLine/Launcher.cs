using System.CommandLine;
using Dxtra.Klaviyo.Local.Settings;

namespace Dxtra.Klaviyo.Local.CommandLine;

/// <summary>The launcher as a function of its arguments and settings, so that tests can call it as the command line does.</summary>
internal static class Launcher
{
    // Stopping the app and Azurite in good order takes a moment; without this the process would end two seconds after Ctrl-C.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(40);

    /// <returns>The process's exit code: 0 for success, 1 for a failure, 130 when it was interrupted.</returns>
    public static Task<int> RunAsync(
        string[] args, OutsideSettings outside, TextWriter output, TextWriter error, CancellationToken ct = default)
    {
        var command = StackCommand.Create(outside);
        command.Subcommands.Add(DemoCommand.Create(outside));
        command.Subcommands.Add(TokenCommand.Create(outside));
        command.Subcommands.Add(VerifyCommand.Create());
        var configuration = new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = StopPatience };
        return command.Parse(args).InvokeAsync(configuration, ct);
    }
}
