using System.Diagnostics;

namespace Dxtra.Klaviyo.Local.Display;

/// <summary>What both displays share: the clock and the name of the step that failed.</summary>
internal abstract class StepDisplay : IStepDisplay
{
    /// <summary>The live display when a person watches, plain lines when the output goes to a file or another program.</summary>
    public static IStepDisplay For(TextWriter output) =>
        output == Console.Out && !Console.IsOutputRedirected ? new TerminalDisplay() : new PlainDisplay(output);

    public string? Current { get; private set; }

    public async Task<T> StepAsync<T>(string doing, Func<IStepProgress, Task<(T Value, string Outcome)>> work)
    {
        Current = doing;
        var watch = Stopwatch.StartNew();
        try
        {
            var (value, outcome) = await ShowAsync(doing, work);
            Finished(outcome, watch.Elapsed);
            return value;
        }
        catch (Exception e) when (e is not OperationCanceledException || e.InnerException is TimeoutException)
        {
            throw new StepFailedException(doing, e);
        }
    }

    public abstract void Line(string text = "");

    /// <summary>Runs the work while its progress is shown.</summary>
    protected abstract Task<T> ShowAsync<T>(string doing, Func<IStepProgress, Task<T>> work);

    protected abstract void Finished(string outcome, TimeSpan took);
}
