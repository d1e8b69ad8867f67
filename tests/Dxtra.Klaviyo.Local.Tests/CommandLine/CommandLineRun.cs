using Dxtra.Klaviyo.Local.CommandLine;
using Dxtra.Klaviyo.Local.Settings;

namespace Dxtra.Klaviyo.Local.Tests.CommandLine;

/// <summary>One call of the launcher with its exit code and what it wrote.</summary>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    public static async Task<CommandLineRun> OfAsync(string[] args, Dictionary<string, string>? environment = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await Launcher.RunAsync(args, new OutsideSettings(environment ?? []), output, error);
        return new CommandLineRun(exitCode, output.ToString(), error.ToString());
    }
}
