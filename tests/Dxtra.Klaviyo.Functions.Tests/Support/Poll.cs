namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Waits for something that tells nobody when it happens.</summary>
internal static class Poll
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> good, string what)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(Pause);
        while (!deadline.IsCancellationRequested)
        {
            var seen = await look();
            if (good(seen))
                return seen;
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        throw new TimeoutException($"Did not happen within {Patience.TotalSeconds:0} s: {what}.");
    }
}
