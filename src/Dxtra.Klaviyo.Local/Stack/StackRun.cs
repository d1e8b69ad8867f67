using Dxtra.Klaviyo.Local.Display;
using Dxtra.Klaviyo.Local.Sandbox;
using Dxtra.Klaviyo.Local.Settings;

namespace Dxtra.Klaviyo.Local.Stack;

/// <summary>Starts everything, says how to use it, and waits until it is told to stop.</summary>
internal sealed class StackRun(StackOptions options, OutsideSettings outside, IStepDisplay display)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await using var stack = await LocalStack.StartAsync(options, outside, display, ct);
        var person = stack.Sandbox is { } sandbox ? await SandboxPeople.PickAsync(sandbox.BaseAddress, ct) : null;
        foreach (var line in UsageLines.For(stack, person?.Email))
            display.Line(line);

        display.Line();
        display.Line("Ctrl-C stops everything.");
        try
        {
            var exitCode = await stack.App.WaitForExitAsync(ct);
            ct.ThrowIfCancellationRequested();
            foreach (var line in AppEndedLines(stack, exitCode))
                display.Line(line);

            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
        }
        catch (OperationCanceledException)
        {
            display.Line("Stopping.");
        }
    }

    private static IEnumerable<string> AppEndedLines(LocalStack stack, int exitCode) =>
    [
        "",
        $"The app ended by itself with exit code {exitCode}. Its log: {stack.App.Output.LogFile}",
        "What it uses keeps running. To start the app alone, in a shell with these settings:",
        "",
        .. AppSettings.AsShellLines(stack.Settings),
        $"dotnet run --project src/Dxtra.Klaviyo.Functions -- --urls {stack.App.BaseAddress.ToString().TrimEnd('/')}",
        "",
        "Ctrl-C stops the rest.",
    ];
}
