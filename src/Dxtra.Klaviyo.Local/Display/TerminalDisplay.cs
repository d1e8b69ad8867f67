using Spectre.Console;

namespace Dxtra.Klaviyo.Local.Display;

/// <summary>A spinner with live text for the running step, a ticked line for each finished one.</summary>
internal sealed class TerminalDisplay : StepDisplay
{
    // Past Spectre, which would break long lines: a token or a command has to survive being copied.
    public override void Line(string text = "") => Console.Out.WriteLine(text);

    protected override Task<T> ShowAsync<T>(string doing, Func<IStepProgress, Task<T>> work) =>
        AnsiConsole.Status().Spinner(Spinner.Known.Dots).StartAsync(Markup.Escape(doing), context => work(new Progress(context)));

    protected override void Finished(string outcome, TimeSpan took) =>
        AnsiConsole.MarkupLine($"[green]✓[/] {Markup.Escape(outcome)} [grey]{took.TotalSeconds:0.0} s[/]");

    private sealed class Progress(StatusContext context) : IStepProgress
    {
        private const int Width = 24;

        public void Say(string text) => context.Status(Markup.Escape(text));

        public void Count(string text, long done, long? total) =>
            context.Status($"{Bar(done, total)}{Markup.Escape(CountText.Of(text, done, total))}");

        private static string Bar(long done, long? total)
        {
            if (total is not > 0)
                return "";

            var filled = (int)Math.Clamp(done * Width / total.Value, 0, Width);
            return $"[green]{new string('━', filled)}[/][grey]{new string('━', Width - filled)}[/] ";
        }
    }
}
