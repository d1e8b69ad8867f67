using System.CommandLine;
using Dxtra.Klaviyo.Local.Display;

namespace Dxtra.Klaviyo.Local.CommandLine;

/// <summary>Turns the end of a command into words on standard error and an exit code.</summary>
internal static class Outcome
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int Interrupted = 130;

    public static async Task<int> OfAsync(ParseResult parsed, Func<Task> command)
    {
        var error = parsed.InvocationConfiguration.Error;
        try
        {
            await command();
            return Success;
        }
        catch (StepFailedException e)
        {
            await error.WriteLineAsync($"Failed at the step \"{e.Step}\".");
            await error.WriteLineAsync(e.InnerException!.Message);
            return Failure;
        }
        catch (LauncherException e)
        {
            await error.WriteLineAsync(e.Message);
            return Failure;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Stopped before the end.");
            return Interrupted;
        }
    }
}
