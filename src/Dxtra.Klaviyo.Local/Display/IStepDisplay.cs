namespace Dxtra.Klaviyo.Local.Display;

/// <summary>Shows what a run is doing, step by step, with the time each step took.</summary>
internal interface IStepDisplay
{
    /// <summary>What is being done, or was done last; null before the first step.</summary>
    string? Current { get; }

    /// <summary>Runs one step.</summary>
    /// <param name="doing">What is being done, as a short imperative: it names the step when it fails.</param>
    /// <param name="work">Does it, reports on the way, and says in a short sentence what came out.</param>
    /// <exception cref="StepFailedException">The work threw anything but a cancellation that was asked for.</exception>
    Task<T> StepAsync<T>(string doing, Func<IStepProgress, Task<(T Value, string Outcome)>> work);

    /// <summary>A line of its own, printed as it is.</summary>
    void Line(string text = "");
}
