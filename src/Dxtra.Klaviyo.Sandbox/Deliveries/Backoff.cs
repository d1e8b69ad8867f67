namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>Waits that double up to a limit.</summary>
internal static class Backoff
{
    private const int MostDoublings = 30;

    public static TimeSpan After(int attempts, TimeSpan first, TimeSpan longest)
    {
        var wait = first * Math.Pow(2, Math.Min(attempts - 1, MostDoublings));
        return wait < longest ? wait : longest;
    }
}
