namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>Waits for something that tells nobody when it happens.</summary>
internal static class Poll
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="TimeoutException">It did not happen in time.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> good, TimeSpan patience, string what)
    {
        using var deadline = new CancellationTokenSource(patience);
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            var seen = await look();
            if (good(seen))
                return seen;

            try
            {
                await timer.WaitForNextTickAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"{what} did not happen within {patience.TotalSeconds:0} seconds; last seen: {seen}");
            }
        }
    }
}
