namespace Dxtra.Klaviyo.Local.Display;

/// <summary>A step did not succeed: which one, and (inside) why.</summary>
internal sealed class StepFailedException(string step, Exception reason) : Exception($"{step}: {reason.Message}", reason)
{
    public string Step => step;
}
