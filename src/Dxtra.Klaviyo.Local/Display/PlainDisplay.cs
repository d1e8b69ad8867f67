namespace Dxtra.Klaviyo.Local.Display;

/// <summary>One line for each thing that happens, for logs and other programs.</summary>
internal sealed class PlainDisplay(TextWriter output) : StepDisplay
{
    public override void Line(string text = "") => output.WriteLine(text);

    protected override Task<T> ShowAsync<T>(string doing, Func<IStepProgress, Task<T>> work) => work(new Progress(output));

    protected override void Finished(string outcome, TimeSpan took) => output.WriteLine($"{took.TotalSeconds,6:0.0} s  {outcome}");

    private sealed class Progress(TextWriter output) : IStepProgress
    {
        private string? _last;

        public void Say(string text)
        {
            if (text == _last)
                return;

            _last = text;
            output.WriteLine($"          {text}");
        }

        public void Count(string text, long done, long? total) => Say(CountText.Of(text, done, total));
    }
}
