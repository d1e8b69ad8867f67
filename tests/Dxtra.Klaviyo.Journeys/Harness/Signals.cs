using System.Diagnostics;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>Signals to other processes, through the system's own command.</summary>
internal static class Signals
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What Ctrl-C in a terminal sends.</summary>
    public static Task InterruptAsync(int processId) => SendAsync("-INT", processId);

    public static Task KillAsync(int processId) => SendAsync("-KILL", processId);

    private static async Task SendAsync(string signal, int processId)
    {
        using var kill = Process.Start("kill", [signal, $"{processId}"]);
        await kill.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, kill.ExitCode);
    }
}
