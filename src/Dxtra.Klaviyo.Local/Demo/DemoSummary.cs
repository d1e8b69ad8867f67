using Dxtra.Klaviyo.Local.Display;

namespace Dxtra.Klaviyo.Local.Demo;

/// <summary>The last words of the demo: what is in the export and where it lies.</summary>
internal static class DemoSummary
{
    public static void Print(DemoExport export, IStepDisplay display)
    {
        var outcome = export.Request.Outcome;
        display.Line();
        display.Line($"What Klaviyo holds on {export.Request.Subject} ({outcome?.Result}):");
        foreach (var (category, count) in outcome?.Counts ?? new Dictionary<string, int>())
            display.Line($"  {category,-22}{count,8:N0}");
        foreach (var gap in outcome?.Gaps ?? [])
            display.Line($"  {gap.Category,-22} could not be read: {gap.Reason}");

        display.Line();
        display.Line("The export lies at");
        foreach (var file in export.Files)
            display.Line($"  {file.Path} ({file.Bytes:N0} bytes)");
        display.Line("Everything that was started has been stopped.");
    }
}
